import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { Missed } from '../../patterns/loaded.tsx';
import { texts } from './texts.ts';

interface Finding {
  readonly travellerId: string;
  readonly rule: string;
  readonly words: string;
}

/**
 * What stands between the travellers of an order and their trip: who is not named yet, which rule of age or document is broken, who has no document.
 * @param heads how many travel
 * @param nameOf a traveller
 */
export function TravellerChecks({
  order,
  heads,
  nameOf,
}: {
  readonly order: OrderDetail;
  readonly heads: number;
  readonly nameOf: (travellerId: string) => string;
}) {
  const t = texts.use();
  const { findings, query } = useFindings(order);
  if (!findings) return <Missed of={[query]} />;
  const named = order.travellers.length;
  if (named >= heads && findings.length === 0)
    return <Alert type="success" showIcon title={t('checksGood')} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={named < heads ? t('namedOf', { named, heads }) : t('checks')}
      description={
        findings.length > 0 && (
          <ul className="plain-list">
            {findings.map(({ travellerId, rule, words }) => (
              <li key={`${travellerId} ${rule}`}>
                {nameOf(travellerId)}: {words}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}

/**
 * The rules of ages and documents that are broken, as an approval asks for them, and who has no document that lasts, at home too; undefined until they
 * are known. Nobody needs to see documents for it.
 */
function useFindings(order: OrderDetail) {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'order', order.id, 'checks', order.version],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/orders/{orderId}/traveller-checks', {
          params: { path: { orderId: order.id } },
          signal,
        }),
      ),
  });
  const { data } = query;
  if (!data) return { query };
  const broken = data.violations.map(({ travellerId, rule, message }) => ({
    ...{ travellerId, rule, words: localText(message) },
  }));
  const told = new Set(
    broken.filter(({ rule }) => rule.startsWith('document')).map((one) => one.travellerId),
  );
  const gaps = data.documentGaps
    .filter(({ travellerId }) => !told.has(travellerId))
    .map(({ travellerId, rule }) => ({
      ...{ travellerId, rule, words: t(rule === 'document-missing' ? 'noDocument' : 'expiresBefore') },
    }));
  const findings: readonly Finding[] = [...broken, ...gaps];
  return { findings, query };
}
