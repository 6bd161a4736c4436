import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { QuotationDetail } from '../../api/gen/booking.ts';
import { UserName } from '../../names/names.tsx';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { Money } from '../../patterns/money.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { CustomerLink } from '../links.tsx';
import { Queue } from './queue.tsx';
import { texts } from './texts.ts';

/** Drafts below cost which nobody has approved. What a draft costs stands in its revision only. */
async function loadBelowCost(signal: AbortSignal): Promise<readonly QuotationDetail[]> {
  const { quotations } = await answer(
    api.booking.GET('/v1/quotations', { params: { query: { state: 'draft', limit: 50 } }, signal }),
  );
  const waiting = quotations.filter(({ revision, approvedRevision }) => revision !== approvedRevision);
  const details = await Promise.all(
    waiting.map(({ id: quotationId }) =>
      answer(api.booking.GET('/v1/quotations/{quotationId}', { params: { path: { quotationId } }, signal })),
    ),
  );
  return details.filter(({ content }) => content.belowCost);
}

export function QuotationsBelowCost() {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'quotation', 'below-cost'],
    queryFn: ({ signal }) => loadBelowCost(signal),
  });
  return (
    <Queue<QuotationDetail>
      title={t('quotations')}
      query={query}
      columns={[
        {
          title: t('number'),
          render: (_, { id, number }) => (
            <Link to="/quotations/$quotationId" params={{ quotationId: id }}>
              {number}
            </Link>
          ),
        },
        { title: t('revision'), align: 'right', dataIndex: 'revision' },
        { title: t('customer'), render: (_, { customerId }) => <CustomerLink id={customerId} /> },
        { title: t('author'), render: (_, { content }) => <UserName id={content.draftedBy} /> },
        { title: t('validUntil'), dataIndex: 'validUntil' },
        { title: t('total'), align: 'right', render: (_, { total }) => <Money of={total} /> },
        {
          title: t('cost'),
          align: 'right',
          render: (_, { content: { cost } }) => (cost ? <Money of={cost.cost} /> : '—'),
        },
        {
          title: t('margin'),
          align: 'right',
          render: (_, { content: { cost } }) => (cost ? <Money of={cost.margin} /> : '—'),
        },
        { title: t('decision'), render: (_, quotation) => <Decision quotation={quotation} /> },
      ]}
    />
  );
}

function Decision({ quotation }: { readonly quotation: QuotationDetail }) {
  const t = texts.use();
  const { user } = useMe();
  const [open, setOpen] = useState(false);
  if (quotation.content.draftedBy === user.id || quotation.authorId === user.id)
    return <Typography.Text type="secondary">{t('own')}</Typography.Text>;
  return (
    <>
      <Button
        size="small"
        type="primary"
        aria-label={`${t('approve')} ${quotation.number}`}
        onClick={() => setOpen(true)}
      >
        {t('approve')}
      </Button>
      <ApproveBelowCost quotation={quotation} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

/** Somebody else's yes to a price below cost. */
export function ApproveBelowCost({
  quotation,
  open,
  onClose,
}: {
  readonly quotation: Pick<QuotationDetail, 'id' | 'number' | 'version'>;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { id: quotationId, number, version } = useAsOpened(quotation, open);
  const change = useChange(
    (_nothing: object, key) =>
      answer(
        api.booking.POST('/v1/quotations/{quotationId}/below-cost-approval', {
          params: { path: { quotationId } },
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'quotation']], done: t('approved') },
  );
  return (
    <ActionDialog
      title={`${t('approve')} ${number}`}
      explanation={t('belowCostWhy')}
      action={t('approve')}
      {...{ open, onClose, change }}
    />
  );
}
