import { Link } from '@tanstack/react-router';
import { Alert, Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { QuotationDetail } from '../../api/gen/booking.ts';
import { UserName } from '../../names/names.tsx';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { Missed } from '../../patterns/loaded.tsx';
import { More } from '../../patterns/more.tsx';
import { Money } from '../../patterns/money.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { CustomerLink } from '../links.tsx';
import { Queue } from './queue.tsx';
import { texts } from './texts.ts';
import { useQueue } from './use-queue.ts';

/** Drafts that nobody has approved, below cost or perhaps so. What a draft costs stands in its revision only. */
const useDrafts = (below: 'cost' | 'unknown') =>
  useQueue<QuotationDetail>(['booking', 'quotation', 'below', below], async (after, signal) => {
    const asked = { state: 'draft' as const, below, limit: 20, ...after };
    const { quotations, next } = await answer(
      api.booking.GET('/v1/quotations', { params: { query: asked }, signal }),
    );
    const rows = await Promise.all(
      quotations.map(({ id: quotationId }) =>
        answer(
          api.booking.GET('/v1/quotations/{quotationId}', { params: { path: { quotationId } }, signal }),
        ),
      ),
    );
    return { rows, next };
  });

const isOwn = ({ content, authorId }: QuotationDetail, userId: string): boolean =>
  content.draftedBy === userId || authorId === userId;

export function QuotationsBelowCost() {
  const t = texts.use();
  const { user } = useMe();
  const query = useDrafts('cost');
  return (
    <Queue<QuotationDetail>
      title={t('quotations')}
      query={query}
      own={(quotation) => isOwn(quotation, user.id)}
      foot={<CostsUnknown />}
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
          render: (_, { content: { cost } }) => (cost ? <Cost of={cost} /> : '—'),
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

/** What is known of what a quotation costs. */
function Cost({ of }: { readonly of: NonNullable<QuotationDetail['content']['cost']> }) {
  const t = texts.use();
  return (
    <>
      <Money of={of.cost} />
      {!of.complete && (
        <>
          {' '}
          <StateTag tone="waiting">{t('costIncomplete')}</StateTag>
        </>
      )}
    </>
  );
}

/** Drafts with costs that nobody has entered: they may be below cost as well. */
function CostsUnknown() {
  const t = texts.use();
  const query = useDrafts('unknown');
  const { data } = query;
  if (query.error) return <Missed of={[query]} />;
  if (!data || data.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('costsUnknown', { count: query.hasNextPage ? `${data.length}+` : data.length })}
      description={
        <Flex gap="small" wrap>
          {data.map(({ id, number }) => (
            <Link key={id} to="/quotations/$quotationId" params={{ quotationId: id }}>
              {number}
            </Link>
          ))}
          <More query={query} />
        </Flex>
      }
    />
  );
}

function Decision({ quotation }: { readonly quotation: QuotationDetail }) {
  const t = texts.use();
  const { user } = useMe();
  const [open, setOpen] = useState(false);
  if (isOwn(quotation, user.id)) return <Typography.Text type="secondary">{t('own')}</Typography.Text>;
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
