import { Link } from '@tanstack/react-router';
import { Alert, Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { QuotationDetail } from '../../api/gen/booking.ts';
import { shareText } from '../../format/money.ts';
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

/** Drafts that nobody has approved, and that need it or perhaps do. What a draft costs stands in its revision only. */
const useDrafts = (approval: 'needed' | 'unclear') =>
  useQueue<QuotationDetail>(['booking', 'quotation', 'approval', approval], async (after, signal) => {
    const asked = { state: 'draft' as const, approval, limit: 20, ...after };
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

/** Why somebody else has to approve a quotation; nothing where it may be sent. */
export const approvalReasons = ({ belowCost, overDiscountLimit }: QuotationDetail['content']) => [
  ...(belowCost ? (['belowCost'] as const) : []),
  ...(overDiscountLimit === true ? (['overDiscountLimit'] as const) : []),
];

const isOwn = ({ content, authorId }: QuotationDetail, userId: string): boolean =>
  content.draftedBy === userId || authorId === userId;

export function QuotationsBelowCost() {
  const t = texts.use();
  const { user } = useMe();
  const query = useDrafts('needed');
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
        { title: t('reason'), render: (_, { content }) => reasonsInWords(content) },
        { title: t('decision'), render: (_, quotation) => <Decision quotation={quotation} /> },
      ]}
    />
  );
}

/** Why a quotation needs somebody else's yes, with the figures. */
export function reasonsInWords(of: QuotationDetail['content']): string {
  const t = texts.say;
  const { takenWithoutCost = 0, discountLimit = 0 } = of;
  const figures = { taken: shareText(takenWithoutCost), limit: shareText(discountLimit) };
  return approvalReasons(of)
    .map((reason) => t(reason, figures))
    .join(t('and'));
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
  const query = useDrafts('unclear');
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

/** Somebody else's yes to a price below cost, or to a discount over the limit. */
export function ApproveBelowCost({
  quotation,
  open,
  onClose,
}: {
  readonly quotation: Pick<QuotationDetail, 'id' | 'number' | 'version' | 'content'>;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { id: quotationId, number, version, content } = useAsOpened(quotation, open);
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
      explanation={`${reasonsInWords(content)}${t('and')}${t('approvalWhy')}`}
      action={t('approve')}
      {...{ open, onClose, change }}
    />
  );
}
