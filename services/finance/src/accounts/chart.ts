import type { UnitOfWork } from '@yitu/persistence';

export const accountKinds = ['asset', 'liability', 'clearing', 'equity', 'revenue', 'expense'] as const;
export type AccountKind = (typeof accountKinds)[number];

/**
 * The built-in chart of accounts. Codes and Chinese names are those of the appendix to the application guide of the Accounting Standards for
 * Business Enterprises (Ministry of Finance, 2006); 3901 is ours, the standard leaves accounts between branches to the enterprise. A later version
 * adds accounts and comes with a migration for agencies whose books are open; it never gives a purpose another meaning.
 */
const chart = {
  version: 2,
  validFrom: '2026-01-01',
  accounts: {
    cash: ['1001', 'asset', '库存现金', 'Cash on hand'],
    bank: ['1002', 'asset', '银行存款', 'Bank deposits'],
    'payment-providers': ['1012', 'asset', '其他货币资金', 'Money held by payment providers'],
    receivables: ['1122', 'asset', '应收账款', 'Receivables'],
    'supplier-advances': ['1123', 'asset', '预付账款', 'Advances to suppliers'],
    'other-receivables': ['1221', 'asset', '其他应收款', 'Other receivables'],
    'supplier-payables': ['2202', 'liability', '应付账款', 'Supplier payables'],
    'customer-advances': ['2203', 'liability', '预收账款', 'Customer advances'],
    taxes: ['2221', 'liability', '应交税费', 'Taxes payable'],
    'other-payables': ['2241', 'liability', '其他应付款', 'Other payables'],
    'between-branches': ['3901', 'clearing', '内部往来', 'Clearing between branches'],
    'paid-in-capital': ['4001', 'equity', '实收资本', 'Paid-in capital'],
    'profit-of-the-year': ['4103', 'equity', '本年利润', 'Profit of the year'],
    'retained-profit': ['4104', 'equity', '利润分配', 'Distribution of profit'],
    'tours-in-progress': ['5201', 'asset', '劳务成本（在团成本）', 'Cost of tours in progress'],
    revenue: ['6001', 'revenue', '主营业务收入', 'Revenue'],
    'commission-income': ['6021', 'revenue', '手续费及佣金收入', 'Commission income'],
    'cost-of-sales': ['6401', 'expense', '主营业务成本', 'Cost of sales'],
    'commission-expense': ['6421', 'expense', '手续费及佣金支出', 'Commission expense'],
    'selling-expenses': ['6601', 'expense', '销售费用', 'Selling expenses'],
    'administrative-expenses': ['6602', 'expense', '管理费用', 'Administrative expenses'],
    compensation: ['6711', 'expense', '营业外支出', 'Non-operating expenses'],
    'financial-expenses': ['6603', 'expense', '财务费用', 'Financial expenses'],
  },
} as const satisfies {
  version: number;
  validFrom: string;
  accounts: Record<string, readonly [code: string, kind: AccountKind, zh: string, en: string]>;
};

/** What decisions post to; which code that is, the agency's own accounts say. */
export type Purpose = keyof typeof chart.accounts;

const rows = JSON.stringify(
  Object.entries(chart.accounts).map(([purpose, [code, kind, zh, en]]) => ({
    purpose,
    code,
    kind,
    name: { zh, en },
  })),
);

/** Opens the accounts an agency does not have yet. */
export async function openAccounts(uow: UnitOfWork): Promise<void> {
  await uow.rows(
    `insert into finance.accounts (agency_id, code, purpose, kind, name, chart_version)
     select ?, code, purpose, kind, name, ?::integer from jsonb_to_recordset(?) as account (code text, purpose text, kind text, name jsonb)
     on conflict do nothing`,
    [uow.agencyId, chart.version, rows],
  );
}
