import { requirePermission } from '@yitu/access';
import { agencyOf } from '@yitu/directory';
import { today, type Locale } from '@yitu/kernel';
import { query, requestErrors, type Call, type UnitOfWork } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { Print } from '@yitu/documents';
import { Quotation, QuotationRevision } from '../quotation.ts';
import { ofRevision } from '../read-quotations.ts';
import { seesCost } from '../revision-view.ts';
import { layoutQuotation, type Sheet } from './layout.ts';

interface Wanted {
  readonly quotationId: string;
  readonly revision: number;
  readonly withCost: boolean;
}

const sheetOf = query(
  { permission: 'booking.quotation.read', oneState: true },
  async (uow, { quotationId, revision, withCost }: Wanted): Promise<Sheet> => {
    if (withCost) requirePermission(uow.member, 'booking.quotation-cost.read');
    return sheetOfRevision(uow, { quotationId, revision }, withCost);
  },
);

/** What is printed of a revision. @param withCost for the house @throws request/out-of-reach where its cost is not for the caller */
export async function sheetOfRevision(
  uow: UnitOfWork,
  { quotationId, revision }: Omit<Wanted, 'withCost'>,
  withCost: boolean,
): Promise<Sheet> {
  const quotation = await uow.get(Quotation, quotationId);
  const { content, createdAt } = await uow.get(QuotationRevision, { quotationId, revision });
  if (withCost && !seesCost(uow.member, quotation)) throw requestErrors.outOfReach();
  const { name: agency, timeZone } = await agencyOf(uow);
  return {
    ...{ agency, number: quotation.number, revision, content, withCost },
    date: today(createdAt, timeZone),
    mark: markOf(quotation, revision),
  };
}

function markOf(quotation: Quotation, revision: number): Sheet['mark'] {
  if (quotation.revision !== revision) return 'superseded';
  return quotation.state === 'draft' ? 'draft' : null;
}

export const printQuotationRoute = (print: Print) => {
  const printed = async (call: Call, wanted: Wanted, language: Locale) =>
    // Read first, then set: no connection waits while the page is made.
    Buffer.from(await print(layoutQuotation(await sheetOf(call, wanted), language)));
  return route({
    method: 'GET',
    path: '/v1/quotations/:quotationId/revisions/:revision/document',
    summary: 'A revision of a quotation as PDF, for the customer or, with cost and margin, for the house',
    access: 'booking.quotation.read',
    params: Type.Object(ofRevision),
    query: Type.Object({
      language: Type.Enum(['zh', 'en'], { default: 'zh' }),
      edition: Type.Enum(['customer', 'internal'], {
        default: 'customer',
        description: 'internal shows what it costs, to those with booking.quotation-cost.read',
      }),
    }),
    result: Type.Unsafe<Uint8Array>(Type.String({ format: 'binary' })),
    mediaType: 'application/pdf',
    handle: (call, { params, query: { language, edition } }) =>
      printed(call, { ...params, withCost: edition === 'internal' }, language),
  });
};
