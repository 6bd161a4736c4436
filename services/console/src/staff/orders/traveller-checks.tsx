import { useQueries, useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { useReturnOf } from '../../names/names.tsx';
import { Missed } from '../../patterns/loaded.tsx';
import { useMay } from '../../session/me.ts';
import { documentGaps } from './document-gaps.ts';
import { texts } from './texts.ts';

/** As many as are asked for one by one; of larger groups the rules of the destination alone are told. */
const most = 30;

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
  const { broken, query } = useBrokenRules(order);
  const documents = useDocumentGaps(order);
  if (!broken && query.error) return <Missed of={[query]} />;
  if (!broken || !documents) return null;
  const told = new Set(
    broken.filter(({ rule }) => rule.startsWith('document')).map((one) => one.travellerId),
  );
  const findings = [...broken, ...documents.findings.filter(({ travellerId }) => !told.has(travellerId))];
  const named = order.travellers.length;
  if (named >= heads && findings.length === 0)
    return documents.whole ? (
      <Alert type="success" showIcon title={t('checksGood')} />
    ) : (
      <Alert type="info" showIcon title={t('checksPartly')} />
    );
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

/** The rules of ages and documents that are broken, as an approval asks for them; undefined until they are known. */
function useBrokenRules(order: OrderDetail) {
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
  const broken = query.data?.violations.map(({ travellerId, rule, message }): Finding => ({
    ...{ travellerId, rule, words: localText(message) },
  }));
  return { broken, query };
}

/** Who has no document that lasts until the return, at home too, and whether all of them were looked at; undefined until it is known. */
function useDocumentGaps({ customerId, travellers, departureId }: OrderDetail) {
  const t = texts.use();
  const may = useMay()('crm.document.read') && travellers.length <= most;
  const returnsOn = useReturnOf(departureId);
  const found = useQueries({
    queries: travellers.map(({ travellerId }) => ({
      queryKey: ['crm', 'document', travellerId],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const params = { path: { customerId, travellerId }, query: { limit: 50 } };
        const path = '/v1/customers/{customerId}/travellers/{travellerId}/documents';
        return (await answer(api.crm.GET(path, { params, signal }))).documents;
      },
      enabled: may,
    })),
  });
  const known = documentGaps(
    returnsOn,
    found.map(({ data, isLoading }) => (isLoading ? undefined : (data ?? null))),
  );
  if (!known) return undefined;
  const findings = travellers.flatMap(({ travellerId }, index): Finding[] => {
    const rule = known.gaps[index];
    return rule ? [{ travellerId, rule, words: t(rule) }] : [];
  });
  return { findings, whole: known.whole };
}
