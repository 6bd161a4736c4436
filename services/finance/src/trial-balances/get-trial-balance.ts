import { query } from '@yitu/persistence';
import { Currency, Id, LocalDate, LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

const Query = Type.Object({ branchId: Type.Optional(Id), to: Type.Optional(LocalDate) });

const amount = (description: string) => Type.String({ description: `${description}, minor units` });

const TrialBalance = Type.Object(
  {
    lines: Type.Array(
      Type.Object({
        code: Type.String(),
        name: LocalText,
        kind: Type.String(),
        currency: Currency,
        debit: amount('Sum of debits'),
        credit: amount('Sum of credits'),
        balance: amount('Debits less credits'),
      }),
    ),
    totals: Type.Array(
      Type.Object({ currency: Currency, debit: amount('All debits'), credit: amount('All credits') }),
    ),
  },
  { title: 'TrialBalance' },
);

type Line = Static<typeof TrialBalance>['lines'][number];

/** Sums by account and currency of all entries up to a day that the caller may see; each currency's totals are equal. */
const getTrialBalance = query(
  { permission: 'finance.trial-balance.read' },
  async (uow, { branchId, to }: Static<typeof Query>): Promise<Static<typeof TrialBalance>> => {
    const lines = await uow.rows<Line>(
      `select accounts.code, accounts.name, accounts.kind, currency, sum(debit)::text as debit, sum(credit)::text as credit,
              sum(debit - credit)::text as balance
       from finance.entries
       join finance.postings on postings.agency_id = entries.agency_id and postings.entry_id = entries.id
       join finance.accounts on accounts.agency_id = postings.agency_id and accounts.code = postings.account_code
       where entries.agency_id = ? and (?::uuid is null or entries.branch_id = ?) and (?::date is null or entry_date <= ?)
       group by accounts.code, accounts.name, accounts.kind, currency order by accounts.code, currency`,
      [uow.agencyId, branchId ?? null, branchId ?? null, to ?? null, to ?? null],
    );
    return { lines, totals: totalsOf(lines) };
  },
);

const totalsOf = (lines: readonly Line[]) =>
  [...Map.groupBy(lines, ({ currency }) => currency)].map(([currency, ofCurrency]) => ({
    currency,
    debit: added(ofCurrency, 'debit'),
    credit: added(ofCurrency, 'credit'),
  }));

const added = (lines: readonly Line[], side: 'debit' | 'credit') =>
  lines.reduce((sum, line) => sum + BigInt(line[side]), 0n).toString();

export const getTrialBalanceRoute = () =>
  route({
    method: 'GET',
    path: '/v1/trial-balance',
    summary: 'Trial balance (试算平衡表) of the agency or a branch, up to a day',
    access: 'finance.trial-balance.read',
    query: Query,
    result: TrialBalance,
    handle: (call, { query: input }) => getTrialBalance(call, input),
  });
