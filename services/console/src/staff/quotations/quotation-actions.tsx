import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { QuotationDetail } from '../../api/gen/booking.ts';
import type { Permission } from '../../api/gen/permissions.ts';
import { PdfMenu } from '../../patterns/pdf-menu.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { approvalReasons, ApproveBelowCost } from '../reviews/quotations-below-cost.tsx';
import { AcceptQuotation, DeclineQuotation, SendQuotation } from './quotation-dialogs.tsx';
import { OrderQuotation } from './order-quotation.tsx';
import { texts } from './texts.ts';
import { ReviseQuotation } from './write-quotation.tsx';

type Action = 'approve' | 'send' | 'accept' | 'decline' | 'orderIt' | 'revise';

interface Circumstances {
  /** Something of it needs an approval, and nobody has approved this revision. */
  readonly waits: boolean;
  readonly mine: boolean;
}

const rules: readonly (readonly [
  Action,
  Permission,
  (quotation: QuotationDetail, circumstances: Circumstances) => boolean,
])[] = [
  [
    'approve',
    'booking.quotation.approve',
    ({ state }, { waits, mine }) => state === 'draft' && waits && !mine,
  ],
  ['send', 'booking.quotation.send', ({ state }, { waits }) => state === 'draft' && !waits],
  ['accept', 'booking.quotation.answer', ({ state }) => state === 'sent'],
  ['decline', 'booking.quotation.answer', ({ state }) => state === 'sent'],
  [
    'orderIt',
    'booking.order.place',
    ({ state, departureId }) => state === 'accepted' && departureId !== null,
  ],
  ['revise', 'booking.quotation.write', ({ state }) => state !== 'accepted' && state !== 'ordered'],
];

/** What may be done with a quotation now, and its papers. */
export function QuotationActions({
  quotation,
  revision,
}: {
  readonly quotation: QuotationDetail;
  readonly revision: number;
}) {
  const t = texts.use();
  const may = useMay();
  const { user } = useMe();
  const [chosen, setChosen] = useState<Action>();
  const { content, authorId, approvedRevision } = quotation;
  const circumstances = {
    waits: approvalReasons(content).length > 0 && approvedRevision !== quotation.revision,
    mine: authorId === user.id || content.draftedBy === user.id,
  };
  const offered = rules.filter(([, needs, when]) => may(needs) && when(quotation, circumstances));
  const is = (action: Action) => ({
    quotation,
    open: chosen === action,
    onClose: () => setChosen(undefined),
  });
  return (
    <>
      {offered.map(([action], index) => (
        <Button key={action} type={index === 0 ? 'primary' : 'default'} onClick={() => setChosen(action)}>
          {t(action)}
        </Button>
      ))}
      <Papers quotation={quotation} revision={revision} />
      <ApproveBelowCost {...is('approve')} />
      <SendQuotation {...is('send')} />
      <AcceptQuotation {...is('accept')} />
      <DeclineQuotation {...is('decline')} />
      <OrderQuotation {...is('orderIt')} />
      <ReviseQuotation {...is('revise')} />
    </>
  );
}

const papers = ['customer-zh', 'customer-en', 'internal-zh', 'internal-en'] as const;
type Paper = (typeof papers)[number];

/** The revision that is shown as PDF, in both languages; with its cost for whoever sees that. */
function Papers({ quotation, revision }: { readonly quotation: QuotationDetail; readonly revision: number }) {
  const t = texts.use();
  const offered = papers.filter((paper) => paper.startsWith('customer') || quotation.content.cost);
  return (
    <PdfMenu
      label={t('document')}
      papers={offered.map((paper) => ({
        key: paper,
        label: t(paper),
        name: `${quotation.number}-${revision}-${paper}`,
        ask: () => documentOf(quotation.id, revision, paper),
      }))}
    />
  );
}

const documentOf = (quotationId: string, revision: number, paper: Paper): Promise<Blob> =>
  answer(
    api.booking.GET('/v1/quotations/{quotationId}/revisions/{revision}/document', {
      params: {
        path: { quotationId, revision },
        query: {
          edition: paper.startsWith('customer') ? 'customer' : 'internal',
          language: paper.endsWith('zh') ? 'zh' : 'en',
        },
      },
      parseAs: 'blob',
    }),
  );
