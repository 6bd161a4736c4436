import { events } from '@yitu/contracts';
import { DomainError } from '@yitu/kernel';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { Departure } from '../departures/departure.ts';
import { checkNewDeparture, storeDeparture } from '../departures/schedule-departure.ts';
import { errors } from '../errors.ts';
import { storeProduct } from '../products/create-product.ts';
import { checkDetails } from '../products/kinds.ts';
import { Product } from '../products/product.ts';
import { CatalogueImport, type CellProblem, type RowState } from './catalogue-import.ts';
import type { DepartureRow, ProductRow } from './check-rows.ts';
import { countsOf } from './count-rows.ts';
import { cellProblem } from './read-row.ts';

/** Rows of one transaction: few enough that it is short, and enough that messages do not cost more than rows. */
const batch = 25;

interface Outcome {
  readonly state: RowState;
  readonly problems?: readonly CellProblem[];
  readonly madeId?: string;
}

/**
 * Works through some rows that wait, and asks to be called again for the others. What a row becomes and that it has become it is one transaction:
 * whoever dies in between, and however often the message comes, it becomes it once.
 */
export const onImportRowsDue = reaction(events.importRowsDue, async (uow, { importId }) => {
  const one = await uow.lock(CatalogueImport, importId);
  if (one.state !== 'running') return;
  const waiting = await uow.rows<{ row_number: number; input: unknown }>(
    `select row_number, input from booking.import_rows
     where agency_id = ? and import_id = ? and state = 'waiting' order by row_number limit ${batch}`,
    [uow.agencyId, importId],
  );
  for (const { row_number: number, input } of waiting) {
    const { state, problems = [], madeId = null } = await outcomeOf(uow, one, input);
    await uow.rows(
      `update booking.import_rows set state = ?, problems = ?::jsonb, made_id = ?
       where agency_id = ? and import_id = ? and row_number = ? and state = 'waiting'`,
      [state, JSON.stringify(problems), madeId, uow.agencyId, importId, number],
    );
  }
  if (waiting.length === batch) uow.publishLater(importId, events.importRowsDue, { importId }, uow.now);
  else await finish(uow, one);
});

async function finish(uow: UnitOfWork, one: CatalogueImport): Promise<void> {
  const { created, present, refused } = (await countsOf(uow, [one.id])).of(one.id);
  one.state = 'finished';
  one.finishedAt = uow.now;
  const { id: importId, kind, dryRun } = one;
  uow.publish(one, events.importFinished, { importId, kind, dryRun, created, present, refused });
}

/** All that speaks against a row is asked before anything of it is stored: a row that is refused leaves nothing. */
async function outcomeOf(uow: UnitOfWork, one: CatalogueImport, input: unknown): Promise<Outcome> {
  try {
    // Rows that wait have passed the schema of their kind.
    return one.kind === 'products'
      ? await importProduct(uow, one, input as ProductRow)
      : await importDeparture(uow, one, input as DepartureRow);
  } catch (error) {
    if (!(error instanceof DomainError) || error.status >= 500) throw error;
    return { state: 'refused', problems: problemsOf(one, error) };
  }
}

function problemsOf({ kind }: CatalogueImport, { code, texts, fields }: DomainError): CellProblem[] {
  if (fields.length > 0) return fields.map((field) => cellProblem(kind, field));
  return [{ column: { zh: '', en: '' }, rule: code, message: texts }];
}

async function importProduct(uow: UnitOfWork, one: CatalogueImport, row: ProductRow): Promise<Outcome> {
  const [before] = await uow.find(Product, { code: row.code });
  if (before) return { state: 'present', madeId: before.id };
  checkDetails(row.kind, row.details);
  if (one.dryRun) return { state: 'created' };
  const { draft, ...fields } = row;
  const product = await storeProduct(uow, fields, draft || !one.publishes ? 'draft' : 'published');
  return { state: 'created', madeId: product.id };
}

async function importDeparture(
  uow: UnitOfWork,
  one: CatalogueImport,
  { productCode, ...row }: DepartureRow,
): Promise<Outcome> {
  const [before] = await uow.find(Departure, { groupNumber: row.groupNumber });
  if (before) return { state: 'present', madeId: before.id };
  const [product] = await uow.find(Product, { code: productCode });
  if (!product) throw errors.noSuchProduct({ fields: [{ field: '/body/productCode', ...unknown }] });
  const checked = await checkNewDeparture(uow, { ...row, productId: product.id });
  if (one.dryRun) return { state: 'created' };
  const { departure } = await storeDeparture(uow, checked, null);
  return { state: 'created', madeId: departure.id };
}

const unknown = { rule: 'no-such-product', message: { zh: '没有这个产品', en: 'There is no such product' } };
