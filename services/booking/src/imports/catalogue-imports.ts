import { reachOf } from '@yitu/access';
import { events } from '@yitu/contracts';
import { importEntity, plainly, type Imports } from '@yitu/imports';
import { Type } from 'typebox';
import { departures } from './import-departures.ts';
import { products } from './import-products.ts';
import { operatingTerms } from './operating-branch.ts';

export const CatalogueImport = importEntity('CatalogueImport');

/** The tables booking takes in. */
export const catalogueImports: Imports = {
  service: 'booking',
  entity: CatalogueImport,
  kinds: { products, departures },
  events: {
    started: events.importStarted,
    finished: events.importFinished,
    cancelled: events.importCancelled,
    rowsDue: events.importRowsDue,
    expiryDue: events.importExpiryDue,
  },
  keeping: plainly,
  choices: Type.Object({}),
  begin: async (uow, _choices, kind) => ({
    branchId: null, // the catalogue is the whole agency's, and so is what becomes of it
    terms:
      kind === 'departures'
        ? await operatingTerms(uow)
        : { publishes: reachOf(uow.member, 'booking.product.publish') !== undefined },
  }),
};
