import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { LocalText } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { accountKinds, type AccountKind, type Purpose } from './chart.ts';

/** An account of the agency's chart. */
export const Account = defineEntity({
  name: 'Account',
  tableName: 'accounts',
  properties: {
    agencyId: p.uuid().primary(),
    code: p.string().primary(),
    purpose: p.string().$type<Purpose>(),
    kind: p.string().$type<AccountKind>(),
    name: p.json<{ zh: string; en: string }>(),
    chartVersion: p.integer(),
  },
});

export type Account = InferEntity<typeof Account>;

export const AccountView = Type.Object(
  {
    code: Type.String(),
    purpose: Type.String({ description: 'What the account is for, the same in every chart' }),
    kind: Type.String({ description: accountKinds.join(', ') }),
    name: LocalText,
    chartVersion: Type.Integer(),
  },
  { title: 'Account' },
);

export const accountView = ({
  code,
  purpose,
  kind,
  name,
  chartVersion,
}: Account): Static<typeof AccountView> => ({
  code,
  purpose,
  kind,
  name,
  chartVersion,
});
