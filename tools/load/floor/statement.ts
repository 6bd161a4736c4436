/** The schema of the floor's tables. */
export const floorSchema = 'load_floor';

/**
 * Everything that placing an order stores, in one statement: what booking stores in two, in the same forms, in tables with the same indexes.
 * The number is known only inside, so the texts that hold it come with a mark where it belongs.
 *
 * $1 agency, $2 departure, $3 seats, $4 branch, $5 year, $6 order id, $7 branch code, $8 author, $9 customer, $10 product, $11 currency, $12 total,
 * $13 hold's end, $14 note, $15 now, $16 lines, $17 travellers, $18 outbox rows, $19 audit rows, $20 idempotency key, $21 request hash, $22 answer,
 * $23 actor
 */
export const placeOrder = `
  with seats as (
    update ${floorSchema}.departures set remaining = remaining - $3
    where agency_id = $1 and id = $2 and remaining >= $3 and state in ('open', 'guaranteed')
    returning id
  ), sequence as (
    insert into ${floorSchema}.number_series (agency_id, branch_id, series, year, last)
    select $1, $4, 'order', $5::integer, 1 from seats
    on conflict (agency_id, branch_id, series, year) do update set last = number_series.last + 1
    returning last
  ), placed as (
    insert into ${floorSchema}.orders (agency_id, id, number, branch_id, author_id, customer_id, departure_id, product_id, state, currency, total,
      seats, hold_expires_at, note, version, created_at)
    select $1, $6, $7 || '-' || $5::text || '-' || lpad(sequence.last::text, 6, '0'), $4, $8, $9, $2, $10, 'in-review', $11, $12, $3, $13, $14, 1, $15
    from sequence
    returning number
  ), lines as (
    insert into ${floorSchema}.order_lines (agency_id, order_id, branch_id, author_id, category, count, unit_price, amount)
    select $1, $6, $4, $8, category, count, unit_price, amount
    from placed, jsonb_to_recordset($16) as line (category text, count integer, unit_price bigint, amount bigint)
  ), travellers as (
    insert into ${floorSchema}.order_travellers (agency_id, order_id, branch_id, author_id, traveller_id, category)
    select $1, $6, $4, $8, traveller_id, category
    from placed, jsonb_to_recordset($17) as traveller (traveller_id uuid, category text)
  ), stored as (
    insert into ${floorSchema}.outbox (agency_id, occurred_at, id, subject, aggregate_id, aggregate_version, envelope, not_before)
    select $1, $15, event.id, subject, $6, aggregate_version, replace(envelope, '{number}', placed.number), not_before
    from placed, jsonb_to_recordset($18)
      as event (id uuid, subject text, aggregate_version integer, envelope text, not_before timestamptz)
  ), audited as (
    insert into ${floorSchema}.audit_records (agency_id, occurred_at, actor, action, id, object_type, object_id, change, after)
    select $1, $15, $23, 'booking.order.place', entry.id, 'Order', $6::text, 'create', replace(entry.after, '{number}', placed.number)::jsonb
    from placed, jsonb_to_recordset($19) as entry (id uuid, after text)
  ), answered as (
    insert into ${floorSchema}.idempotency_keys (agency_id, actor, created_at, key, request_hash, response)
    select $1, $23, $15, $20, $21, replace($22, '{number}', placed.number)::jsonb
    from placed
  )
  select number from placed`;
