import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';

/** That somebody agreed to a text: when, in which language, from where. Never changed. */
export const LegalAcceptance = defineEntity({
  name: 'LegalAcceptance',
  tableName: 'legal_acceptances',
  properties: {
    agencyId: p.uuid().primary(),
    userId: p.uuid().primary(),
    legalTextId: p.uuid().primary(),
    acceptedAt: p.type(InstantType),
    locale: p.string(),
    remoteAddress: p.string(),
  },
});
