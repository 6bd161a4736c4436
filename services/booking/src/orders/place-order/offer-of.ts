import { directoryErrors } from '@yitu/directory';
import type { UnitOfWork } from '@yitu/persistence';
import { agentListsOf, agentTermsOf, type AgentListRow } from '../../agent-prices/agent-terms.ts';
import type { BranchKind } from '../../branches/selling-channel.ts';
import { errors } from '../../errors.ts';
import type { PriceRow } from '../../pricing/price.ts';
import { initialRules } from '../../rules/order-rules.ts';
import type { Offer } from './decide.ts';

/** What is offered, of which product, and in which zone the agency's years begin. */
export type AgencyOffer = Offer & {
  productId: string;
  agencyTimeZone: string;
  branchKind: BranchKind | null;
  tripBegan: boolean;
  /** How long an order's seats are held. */
  holdMinutes: number;
};

interface OfferRow extends Omit<AgencyOffer, 'prices' | 'agencyTimeZone' | 'agentTerms' | 'holdMinutes'> {
  agencyTimeZone: string | null;
  holdMinutes: number | null;
  agentLists: AgentListRow[] | null;
  prices: (Omit<PriceRow, 'amount'> & { amount: string })[];
}

/** @throws booking/no-such-departure, directory/agency-unknown until identity's event has arrived */
export async function offerOf(
  uow: UnitOfWork,
  departureId: string,
  agentBranchId: string | null,
): Promise<AgencyOffer> {
  const [row] = await uow.rows<OfferRow>(
    `select product_id as "productId", departs_on::text as "departsOn", time_zone as "timeZone", cut_off_days as "cutOffDays", currency,
       case when exists (select from booking.products where agency_id = departures.agency_id and id = product_id and state = 'published')
         then state else 'closed' end as state, trip_began_at is not null as "tripBegan",
       (select time_zone from booking.agencies where agency_id = departures.agency_id) as "agencyTimeZone",
       (select jsonb_agg(jsonb_build_object('travellerCategory', traveller_category, 'customerCategory', customer_category, 'channel', channel, 'amount', amount::text))
        from booking.departure_prices where agency_id = departures.agency_id and departure_id = departures.id) as prices,
       (select kind from booking.branches where agency_id = departures.agency_id and id = ?) as "branchKind",
       (${agentListsOf('?', 'departures')}) as "agentLists",
       (select hold_minutes from booking.order_rules where agency_id = departures.agency_id and valid_from <= ?
        order by valid_from desc limit 1) as "holdMinutes"
     from booking.departures where agency_id = ? and id = ?`,
    [agentBranchId, agentBranchId, uow.now.toString(), uow.agencyId, departureId],
  );
  if (!row) throw errors.noSuchDeparture();
  const { agencyTimeZone, prices, agentLists, holdMinutes, ...offer } = row;
  if (agencyTimeZone === null) throw directoryErrors.agencyUnknown();
  return {
    ...offer,
    agencyTimeZone,
    holdMinutes: holdMinutes ?? initialRules.holdMinutes,
    agentTerms: agentTermsOf(agentLists ?? [], offer.currency),
    prices: prices.map((price) => ({ ...price, amount: BigInt(price.amount) })),
  };
}
