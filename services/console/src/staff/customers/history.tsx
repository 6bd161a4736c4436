import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Flex } from 'antd';
import type { Customer } from '../../api/gen/crm.ts';
import { DepartureName } from '../../names/names.tsx';
import { Waiting } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { Timeline, type Happening } from '../../patterns/timeline.tsx';
import { useMay } from '../../session/me.ts';
import { historySources, lookedBack, recentOrders, type Told } from './history-sources.ts';
import { texts } from './texts.ts';

/** What there was with a customer, in all services as far as one may see it, the latest first. What one service cannot tell is said; the others' is shown. */
export function History({ customer }: { readonly customer: Customer }) {
  const t = texts.use();
  const may = useMay();
  const sources = historySources.filter(({ needs }) => may(needs));
  const found = useQueries({
    queries: sources.map(({ key, load }) => ({
      queryKey: [...key, 'of-customer', customer.id],
      queryFn: ({ signal }: { signal: AbortSignal }) => load(customer.id, signal),
    })),
  });
  const told = found.flatMap(({ data }) => data ?? []).toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const failed = found.filter(({ error }) => error);
  return (
    <Card title={t('history')}>
      {failed.map(({ error, refetch }, index) => (
        <ProblemAlert key={index} problem={error} onRetry={() => void refetch()} />
      ))}
      {found.some(({ isPending }) => isPending) && <Waiting lines={2} />}
      {found.every(({ isPending }) => !isPending) && (
        <Timeline of={[...told.map(happening), entered(customer)]} />
      )}
      <p className="quiet">
        {t('historyReach', { most: lookedBack, recent: recentOrders })}{' '}
        {may('booking.order.read') && (
          <Link
            to="/customers/$customerId"
            params={{ customerId: customer.id }}
            search={{ tab: 'orders' }}
            replace
          >
            {t('allOrders')}
          </Link>
        )}
      </p>
    </Card>
  );
}

const entered = ({ id, createdAt, source }: Customer): Happening => ({
  id,
  at: createdAt,
  title: texts.say('enteredThen', { source: texts.word(source) }),
});

function happening({
  id,
  at,
  what,
  number,
  address,
  amount,
  departureId,
  state,
  tone,
  words,
}: Told): Happening {
  const label = [texts.say(what), number].filter(Boolean).join(' ');
  return {
    id,
    at,
    ...(tone && { tone }),
    title: (
      <Flex gap="small" wrap>
        {address ? <Link to={address}>{label}</Link> : <span>{label}</span>}
        {state && <span>{texts.word(state)}</span>}
        {amount && <Money of={amount} />}
      </Flex>
    ),
    details: departureId ? <DepartureName id={departureId} /> : words,
  };
}
