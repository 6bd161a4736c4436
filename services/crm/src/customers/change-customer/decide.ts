import { sameDetail, settleDetails, type CustomerDetails } from '../customer-details.ts';
import type { Customer } from '../customer.ts';

export interface Change {
  /** The details after the change. */
  readonly details: CustomerDetails;
  /** Names of the fields that differ now. */
  readonly changedFields: (keyof CustomerDetails)[];
}

/**
 * What a change makes of a customer. Fields that are not given stay; `name`, `preferences`, `specialNeeds` and `tags` are replaced as a whole.
 * @throws crm/not-valid
 */
export function decideChange(
  kind: Customer['kind'],
  current: CustomerDetails,
  given: Partial<CustomerDetails>,
  now: Temporal.Instant,
): Change {
  const details = settleDetails(kind, { ...current, ...given }, now);
  const fields = Object.keys(given) as (keyof CustomerDetails)[]; // the door lets no other fields in
  return {
    details,
    changedFields: fields.filter((field) => !sameDetail(details[field], current[field])),
  };
}
