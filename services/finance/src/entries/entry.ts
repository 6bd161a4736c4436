import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, LocalText, MoneyText } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

export const sourceKinds = [
  'payment',
  'supplier-cost',
  'group-settlement',
  'reversal',
  'refund',
  'refund-payment',
  'commission-earned',
  'commission-granted',
  'penalty',
  'compensation',
  'compensation-payment',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** A voucher of the ledger (记账凭证). Only `post` makes one, and nothing changes it: the database sees to both. */
export const Entry = defineEntity({
  name: 'Entry',
  tableName: 'entries',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.string(),
    branchId: p.uuid(),
    entryDate: p.date(),
    text: p.json<{ zh: string; en: string }>(),
    sourceKind: p.string().$type<SourceKind>(),
    sourceId: p.uuid(),
    reversesEntryId: p.uuid().nullable(),
    lineCount: p.smallint(),
    postedBy: p.string(),
    postedAt: p.type(InstantType),
  },
});

export type Entry = InferEntity<typeof Entry>;

/** One side of one account in an entry, minor units. */
export const Posting = defineEntity({
  name: 'Posting',
  tableName: 'postings',
  properties: {
    agencyId: p.uuid().primary(),
    entryId: p.uuid().primary(),
    line: p.smallint().primary(),
    branchId: p.uuid(),
    accountCode: p.string(),
    debit: p.bigint(),
    credit: p.bigint(),
    currency: p.string(),
  },
});

export type Posting = InferEntity<typeof Posting>;

export const EntryView = Type.Object(
  {
    id: Id,
    number: Type.String({ description: 'Without gaps by branch and year' }),
    branchId: Id,
    date: LocalDate,
    text: LocalText,
    sourceKind: Type.String({ description: sourceKinds.join(', ') }),
    sourceId: Id,
    reversesEntryId: Type.Union([Id, Type.Null()]),
    postings: Type.Array(
      Type.Object({
        account: Type.String({ description: 'Code of the account' }),
        side: Type.Enum(['debit', 'credit']),
        amount: MoneyText,
      }),
    ),
    postedBy: Type.String(),
    postedAt: InstantText,
  },
  { title: 'Entry' },
);

export const entryView = (entry: Entry, postings: readonly Posting[]): Static<typeof EntryView> => ({
  id: entry.id,
  number: entry.number,
  branchId: entry.branchId,
  date: entry.entryDate,
  text: entry.text,
  sourceKind: entry.sourceKind,
  sourceId: entry.sourceId,
  reversesEntryId: entry.reversesEntryId ?? null,
  postings: postings.toSorted((left, right) => left.line - right.line).map(postingView),
  postedBy: entry.postedBy,
  postedAt: entry.postedAt.toString(),
});

const postingView = ({ accountCode, debit, credit, currency }: Posting) => ({
  account: accountCode,
  side: debit > 0n ? ('debit' as const) : ('credit' as const),
  amount: { amount: (debit + credit).toString(), currency },
});
