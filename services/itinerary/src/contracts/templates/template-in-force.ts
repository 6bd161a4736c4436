import { newId } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { travelService1 } from './travel-service-1.ts';

/** A wording of the contract, valid from a day on; a stored one never changes. */
export interface Template {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

/**
 * The agency's newest template that is valid on a day. An agency that has none gets the built-in first version as its own, so that the exact wording
 * of a contract stays known.
 * @param on local date of the agency
 */
export async function templateInForce(uow: UnitOfWork, on: string): Promise<Template> {
  const { kind, version, validFrom, body } = travelService1;
  await uow.rows(
    `insert into itinerary.contract_templates (agency_id, id, kind, version, valid_from, body, created_at)
     select ?, ?, ?, ?, ?::date, ?, ? where not exists (select from itinerary.contract_templates where agency_id = ? and kind = ?)
     on conflict (agency_id, kind, version) do nothing`,
    [uow.agencyId, newId(), kind, version, validFrom, body, uow.now.toString(), uow.agencyId, kind],
  );
  const [template] = await uow.rows<Template>(
    `select id, version, body from itinerary.contract_templates
     where agency_id = ? and kind = ? and valid_from <= ?::date order by version desc limit 1`,
    [uow.agencyId, kind, on],
  );
  if (!template) throw new Error(`no contract template of kind ${kind} is valid on ${on}`);
  return template;
}
