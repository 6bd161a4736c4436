import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Typography } from 'antd';
import type { ReactNode } from 'react';
import { answer, api } from '../../api/client.ts';
import type { OrderDetail } from '../../api/gen/booking.ts';
import type { Permission } from '../../api/gen/permissions.ts';
import { instantText, shortDate } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { Missed, Waiting } from '../../patterns/loaded.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { useLocale } from '../../texts/use-locale.ts';
import { ContractState } from '../contracts/contract-state.tsx';
import { SheetState } from '../operations-sheets/sheet-state.tsx';
import { ProposalState } from '../plans/proposal-state.tsx';
import { texts } from './texts.ts';

/** One paper of an order, and the page that has it. */
interface Paper {
  readonly id: string;
  readonly kind: 'contract' | 'planSent' | 'invoice' | 'sheet';
  readonly to: string;
  readonly name: string;
  readonly state: ReactNode;
  readonly on: string;
}

type Load = (order: OrderDetail, signal: AbortSignal) => Promise<readonly Omit<Paper, 'kind'>[]>;

const limit = 50;

/** What an order has, kind by kind, each for whoever may see it. */
function usePapers(order: OrderDetail) {
  const may = useMay();
  const { timeZone } = useMe().agency;
  useLocale();
  const asked = (
    kind: Paper['kind'],
    permission: Permission,
    queryKey: readonly [service: string, noun: string],
    load: Load,
  ) => ({
    queryKey: [...queryKey, 'of-order', order.id],
    queryFn: async ({ signal }: { signal: AbortSignal }) =>
      (await load(order, signal)).map((paper): Paper => ({ ...paper, kind })),
    enabled: may(permission),
  });
  return [
    useQuery(asked('contract', 'itinerary.contract.read', ['itinerary', 'contract'], contractsOf(timeZone))),
    useQuery(
      asked('planSent', 'itinerary.plan-proposal.read', ['itinerary', 'plan-proposal'], plansOf(timeZone)),
    ),
    useQuery(asked('invoice', 'finance.invoice.read', ['finance', 'invoice'], invoicesOf)),
    useQuery(asked('sheet', 'itinerary.operations-sheet.read', ['itinerary', 'operations-sheet'], sheetsOf)),
  ];
}

const contractsOf =
  (timeZone: string): Load =>
  async ({ id: orderId }, signal) => {
    const query = { orderId, limit };
    const { contracts } = await answer(api.itinerary.GET('/v1/contracts', { params: { query }, signal }));
    return contracts.map(({ id, number, state, createdAt }) => ({
      ...{ id, name: number, to: `/contracts/${id}`, on: instantText(createdAt, timeZone) },
      state: <ContractState of={state} />,
    }));
  };

const plansOf =
  (timeZone: string): Load =>
  async ({ id: orderId }, signal) => {
    const query = { orderId, limit };
    const { planProposals } = await answer(
      api.itinerary.GET('/v1/plan-proposals', { params: { query }, signal }),
    );
    return planProposals.map(({ id, planId, title, state, sentAt }) => ({
      ...{ id, name: localText(title), to: `/plans/${planId}`, on: instantText(sentAt, timeZone) },
      state: <ProposalState of={state} />,
    }));
  };

const invoicesOf: Load = async ({ id: orderId }, signal) => {
  const query = { orderId, limit };
  const { invoices } = await answer(api.finance.GET('/v1/invoices', { params: { query }, signal }));
  return invoices.map(({ id, number, issuedOn }) => ({
    ...{ id, name: number, to: `/invoices/${id}`, on: shortDate(issuedOn), state: null },
  }));
};

/** Of its group: what was booked for all of them. */
const sheetsOf: Load = async ({ departureId }, signal) => {
  const query = { departureId, limit };
  const { operationsSheets } = await answer(
    api.itinerary.GET('/v1/operations-sheets', { params: { query }, signal }),
  );
  return operationsSheets.map(({ id, groupNumber, state, departsOn }) => ({
    ...{ id, name: groupNumber, to: `/operations-sheets/${id}`, on: shortDate(departsOn) },
    state: <SheetState of={state} />,
  }));
};

/** Contracts, plans that were sent, invoices and the group's operations sheet. The confirmation letter is made anew each time: it is a button above. */
export function OrderDocuments({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const queries = usePapers(order);
  const papers = queries.flatMap(({ data }) => data ?? []);
  if (queries.some(({ isLoading }) => isLoading)) return <Waiting lines={2} />;
  return (
    <>
      <Missed of={queries} />
      {papers.length === 0 ? (
        queries.every(({ error }) => !error) && (
          <Typography.Text type="secondary">{t('noDocuments')}</Typography.Text>
        )
      ) : (
        <Itemised<Paper>
          label={t('documents')}
          rows={papers}
          rowKey={({ id }) => id}
          columns={[
            { title: t('document'), render: (_, { kind }) => t(kind) },
            { title: t('number'), render: (_, { to, name }) => <Link to={to}>{name}</Link> },
            { title: t('state'), render: (_, { state }) => state ?? '—' },
            { title: t('date'), dataIndex: 'on' },
          ]}
        />
      )}
    </>
  );
}
