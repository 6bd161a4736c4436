import { reachOf, type Member } from '@yitu/access';
import { Currency, Id, InstantText, MoneyText } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Content, ContentLine } from './content.ts';
import { Quotation, quotationView, QuotationView, type QuotationRevision } from './quotation.ts';

const { unitCost, supplier, ...openOfLine } = ContentLine.properties;
const { lines: _lines, cost: _cost, costedNet: _net, costComplete: _complete, ...open } = Content.properties;

export const RevisionView = Type.Object(
  {
    quotationId: Id,
    revision: Type.Integer(),
    draftedBy: Id,
    ...open,
    currency: { ...Currency, description: 'Amounts are its minor units' },
    lines: Type.Array(
      Type.Object({ ...openOfLine, unitCost: Type.Optional(unitCost), supplier: Type.Optional(supplier) }),
    ),
    cost: Type.Optional(
      Type.Object(
        {
          cost: MoneyText,
          margin: { ...MoneyText, description: 'What the lines bring whose cost is known, less their cost' },
          complete: Type.Boolean({ description: 'The cost of every line is known' }),
        },
        { description: 'Only for those with booking.quotation-cost.read' },
      ),
    ),
    createdAt: InstantText,
  },
  { title: 'QuotationRevision' },
);

export const QuotationDetail = Type.Object(
  { ...QuotationView.properties, content: RevisionView },
  { title: 'QuotationDetail' },
);

/** Whether somebody may see what a quotation costs the agency: a permission of its own, as far as it reaches. */
export function seesCost(
  member: Member,
  { branchId, authorId }: Pick<Quotation, 'branchId' | 'authorId'>,
): boolean {
  const reach = reachOf(member, 'booking.quotation-cost.read');
  if (reach === undefined || member.kind !== 'person') return reach === 'agency';
  if (reach === 'agency') return true;
  return reach === 'branch' ? member.branchIds.includes(branchId) : member.userId === authorId;
}

/** A revision as whoever asks may see it: without the permission nothing of its cost is there, not even as null. */
export function revisionView(member: Member, revision: QuotationRevision): Static<typeof RevisionView> {
  const { lines, cost, costedNet, costComplete, ...rest } = revision.content;
  const withCost = seesCost(member, revision);
  const money = (amount: bigint) => ({ amount: amount.toString(), currency: rest.currency });
  const margin = BigInt(costedNet) - BigInt(cost);
  return {
    ...rest,
    quotationId: revision.quotationId,
    revision: revision.revision,
    draftedBy: revision.draftedBy,
    lines: lines.map(({ unitCost: ofUnit, supplier: from, ...line }) => ({
      ...line,
      ...(withCost && { unitCost: ofUnit, supplier: from }),
    })),
    ...(withCost && { cost: { cost: money(BigInt(cost)), margin: money(margin), complete: costComplete } }),
    createdAt: revision.createdAt.toString(),
  };
}

export const quotationDetail = (
  member: Member,
  quotation: Quotation,
  revision: QuotationRevision,
): Static<typeof QuotationDetail> => ({
  ...quotationView(quotation),
  content: revisionView(member, revision),
});
