import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, changing } from '../../api/client.ts';
import type { Order } from '../../api/gen/booking.ts';
import { Confirm } from '../../patterns/confirm.tsx';
import { LinkButton } from '../../patterns/link-button.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { DepartureLink } from '../links.tsx';
import { groupOrdersQuery, readyToSettle, settlementQuery } from './group-books.ts';
import { Result } from './result.tsx';
import { settlementRoute } from './routes.ts';
import { SketchOfGroup } from './sketch-of-group.tsx';
import { texts } from './texts.ts';

/** What a group brought in, cost, and came to; until it is settled, what it would come to. */
export function SettlementPage() {
  const t = texts.use();
  const { departureId } = settlementRoute.useParams();
  const orders = useQuery(groupOrdersQuery(departureId));
  // Before that there is none to ask for.
  const settledNow = orders.data?.some(({ state }) => state === 'settled') ?? false;
  const settlement = useQuery({ ...settlementQuery(departureId), enabled: settledNow });
  const done = settledNow || settlement.data !== undefined;
  return (
    <Page
      title={t('one')}
      tags={
        orders.data && (
          <StateTag tone={done ? 'good' : 'waiting'}>{t(done ? 'settled' : 'notSettled')}</StateTag>
        )
      }
      subtitle={<DepartureLink id={departureId} />}
      actions={orders.data && !done && <Steps departureId={departureId} orders={orders.data} />}
    >
      {done ? (
        <Loaded query={settlement}>{(found) => <Result settlement={found} />}</Loaded>
      ) : (
        <Loaded query={orders}>
          {(found) => <SketchOfGroup departureId={departureId} orders={found} />}
        </Loaded>
      )}
    </Page>
  );
}

function Steps({ departureId, orders }: { readonly departureId: string; readonly orders: readonly Order[] }) {
  const t = texts.use();
  const may = useMay();
  const queries = useQueryClient();
  const settle = useChange(
    async (body: { departureId: string }, key) => {
      const made = await answer(api.finance.POST('/v1/group-settlements', { body, headers: changing(key) }));
      // The orders hear of it a moment later; the settlement is there now.
      queries.setQueryData(settlementQuery(departureId).queryKey, made);
    },
    {
      touches: [
        ['finance', 'group-settlement'],
        ['finance', 'supplier-cost'],
        ['booking', 'order'],
        ['itinerary', 'archive-file'],
      ],
      done: t('wasSettled'),
    },
  );
  return (
    <>
      {may('finance.supplier-cost.record') && (
        <LinkButton to="/supplier-costs" search={{ departureId }}>
          {t('addCost')}
        </LinkButton>
      )}
      {may('finance.group-settlement.settle') && readyToSettle(orders) && (
        <Confirm
          label={t('settle')}
          why={t('settleWhy')}
          input={{ departureId }}
          change={settle}
          button={{ type: 'primary' }}
        />
      )}
    </>
  );
}
