/**
 * As SQL: what a departure `d` is shown for to whoever asks: one adult of any customer category, on the portal. Null where it has no such price.
 * A value and not a join: it is looked up for the few departures in question, never for all there are.
 */
export const shownPrice = `(select price.amount from booking.departure_prices price
  where price.agency_id = d.agency_id and price.departure_id = d.id and price.traveller_category = 'adult'
    and price.customer_category = '*' and price.channel in ('portal', '*')
  order by price.channel desc limit 1)`; // 'portal' comes after '*'
