import { useQuery } from '@tanstack/react-query';
import { Card, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { answer, api } from '../../api/client.ts';
import type { Plan, PlanProposal } from '../../api/gen/itinerary.ts';
import { instantText } from '../../format/dates.ts';
import { UserName } from '../../names/names.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { useMe } from '../../session/me.ts';
import { CustomerLink, OrderLink } from '../links.tsx';
import { ProposalState } from './proposal-state.tsx';
import { texts } from './texts.ts';

/** To whom a plan was sent, in which version, and what they answered. */
export function PlanProposals({ plan }: { readonly plan: Plan }) {
  const t = texts.use();
  const columns = useColumns();
  const query = useQuery({
    queryKey: ['itinerary', 'plan-proposal', { planId: plan.id }],
    queryFn: ({ signal }) =>
      answer(
        api.itinerary.GET('/v1/plan-proposals', {
          params: { query: { planId: plan.id, limit: 100 } },
          signal,
        }),
      ),
  });
  return (
    <Card title={t('proposals')}>
      <Loaded query={query} lines={2}>
        {({ planProposals }) =>
          planProposals.length === 0 ? (
            <Typography.Text type="secondary">{t('noProposals')}</Typography.Text>
          ) : (
            <Itemised<PlanProposal>
              label={t('proposals')}
              rows={planProposals}
              rowKey={({ id }) => id}
              columns={columns}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

function useColumns(): ColumnsType<PlanProposal> {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    { title: t('order'), render: (_, { orderId }) => <OrderLink id={orderId} /> },
    { title: t('customer'), render: (_, { customerId }) => <CustomerLink id={customerId} /> },
    { title: t('version'), render: (_, { planVersion }) => t('versionOf', { version: planVersion }) },
    {
      title: t('state'),
      render: (_, { state }) => <ProposalState of={state} />,
    },
    { title: t('sentAt'), render: (_, { sentAt }) => instantText(sentAt, timeZone) },
    { title: t('sentBy'), render: (_, { authorId }) => <UserName id={authorId} /> },
    {
      title: t('linkUntil'),
      render: (_, { state, linkExpiresAt }) =>
        state === 'sent' ? instantText(linkExpiresAt, timeZone) : '—',
    },
    {
      title: t('answered'),
      render: (_, { answeredAt, answeredBy }) =>
        answeredAt ? [answeredBy, instantText(answeredAt, timeZone)].filter(Boolean).join(' · ') : '—',
    },
    {
      title: t('comment'),
      render: (_, { comment }) =>
        comment ? (
          <div className="long-text" style={{ whiteSpace: 'pre-wrap' }}>
            {comment}
          </div>
        ) : (
          '—'
        ),
    },
  ];
}
