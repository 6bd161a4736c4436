import { reachOf } from '@yitu/access';
import { events } from '@yitu/contracts';
import { branchForNew } from '@yitu/directory';
import { importEntity, plainly, type Imports } from '@yitu/imports';
import type { UnitOfWork } from '@yitu/persistence';
import { Type } from 'typebox';
import { departures, type DepartureTerms } from './import-departures.ts';
import { products } from './import-products.ts';

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
        ? await operatedByOwnBranch(uow)
        : { publishes: reachOf(uow.member, 'booking.product.publish') !== undefined },
  }),
};

/** As where one departure is scheduled and no branch is named. */
async function operatedByOwnBranch(uow: UnitOfWork): Promise<DepartureTerms> {
  return { operatingBranchId: await branchForNew(uow, 'booking.departure.schedule') };
}
