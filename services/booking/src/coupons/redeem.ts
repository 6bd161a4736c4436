import { newId } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { couponErrors } from './errors.ts';

/** A coupon by its code. */
export type Taken = { readonly code: string; readonly campaignId: string };

/** Who uses coupons on which of the agency's days, and for what: a revision of a quotation redeems them, an order reserves them. */
export interface Using {
  readonly customerId: string;
  readonly date: string;
  readonly by: { readonly quotationId: string; readonly revision: number } | { readonly orderId: string };
}

/** Parts of a statement, and what goes into them. */
export interface Parts {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Whether all coupons of a statement were there, and which were. */
export const couponsTaken = '(select codes from coupons) as "codesTaken"';

/**
 * The parts of a statement that takes coupons: each is counted for its campaign, its code and the customer where all of them still have one, so that
 * however many ask at once, no more are used than there are. Campaigns are locked in one order, so that two who want the same do not wait for each
 * other in a circle. What the statement has counted where one is missing goes with its transaction.
 */
export function couponParts({ agencyId, now }: UnitOfWork, coupons: readonly Taken[], using: Using): Parts {
  const { customerId, date, by } = using;
  const wanted = coupons.map(({ code, campaignId }) => ({ id: newId(), code, campaign_id: campaignId }));
  const ofOrder = 'orderId' in by;
  const [quotationId, revision, orderId] = ofOrder
    ? [null, null, by.orderId]
    : [by.quotationId, by.revision, null];
  const at = now.toString();
  return {
    sql: `wanted as (
       select id, code, campaign_id from jsonb_to_recordset(?) as one (id uuid, code text, campaign_id uuid)
     ), locked as (
       select id from booking.coupon_campaigns where agency_id = ? and id in (select campaign_id from wanted) order by id for update
     ), campaigns as (
       update booking.coupon_campaigns of set redeemed = redeemed + n
       from (select campaign_id, count(*)::integer as n from wanted join locked on locked.id = wanted.campaign_id group by 1) as asked
       where of.agency_id = ? and of.id = asked.campaign_id and state = 'active' and redeemed + n <= total_limit and ?::date between valid_from and valid_to
       returning of.id, n, per_code, per_customer
     ), codes as (
       update booking.coupon_codes of set redeemed = redeemed + 1 from campaigns, wanted
       where of.agency_id = ? and of.code = wanted.code and of.campaign_id = wanted.campaign_id and campaigns.id = of.campaign_id
         and of.redeemed < campaigns.per_code
       returning of.code, of.campaign_id
     ), uses as (
       insert into booking.coupon_uses as uses (agency_id, campaign_id, customer_id, used)
       select ?, id, ?, n from campaigns where n <= per_customer
       on conflict (agency_id, campaign_id, customer_id) do update set used = uses.used + excluded.used
         where uses.used + excluded.used <= (select per_customer from campaigns where campaigns.id = excluded.campaign_id)
       returning campaign_id
     ), taken as (
       insert into booking.coupon_redemptions (agency_id, id, quotation_id, revision, order_id, code, campaign_id, customer_id, reserved_at, redeemed_at)
       select ?, wanted.id, ?::uuid, ?::integer, ?::uuid, codes.code, codes.campaign_id, ?, ?::timestamptz, ?::timestamptz
       from codes join uses using (campaign_id) join wanted using (code)
       returning code
     ), coupons as (
       select count(*) = ? as all_there, coalesce(jsonb_agg(code), '[]') as codes from taken
     )`,
    values: [
      ...[JSON.stringify(wanted), agencyId, agencyId, date, agencyId],
      ...[agencyId, customerId],
      ...[agencyId, quotationId, revision, orderId, customerId, ofOrder ? at : null, ofOrder ? null : at],
      coupons.length,
    ],
  };
}

/** @param taken the codes that were there @throws booking/coupons-used-up for the first of the coupons that was not */
export function checkTaken(coupons: readonly Taken[], taken: readonly string[]): void {
  const gone = coupons.find(({ code }) => !taken.includes(code));
  if (gone) throw couponErrors.couponsUsedUp({ code: gone.code });
}

/** Redeems the coupons of a quotation that is sent. @throws booking/coupons-used-up */
export async function redeemCoupons(uow: UnitOfWork, coupons: readonly Taken[], using: Using): Promise<void> {
  if (coupons.length === 0) return;
  const { sql, values } = couponParts(uow, coupons, using);
  const [row] = await uow.rows<{ codesTaken: string[] }>(`with ${sql} select ${couponsTaken}`, [...values]);
  checkTaken(coupons, row?.codesTaken ?? []);
}

/** The order is confirmed: what it has reserved is the customer's no longer. */
export const redeemReserved = (uow: UnitOfWork, orderId: string): Promise<unknown> =>
  uow.rows(
    `update booking.coupon_redemptions set redeemed_at = ?
     where agency_id = ? and order_id = ? and redeemed_at is null and given_back_at is null`,
    [uow.now.toString(), uow.agencyId, orderId],
  );

/** Codes an order has, in the order in which they are taken off. */
export const couponsOfOrder = (uow: UnitOfWork, orderId: string): Promise<{ code: string }[]> =>
  uow.rows(
    `select code from booking.coupon_redemptions
     where agency_id = ? and order_id = ? and quotation_id is null and given_back_at is null order by id`,
    [uow.agencyId, orderId],
  );

/** Whatever coupons an order was placed with, itself or by its quotation, and whether it has given them back. */
export const couponsSeen = (
  uow: UnitOfWork,
  orderId: string,
): Promise<{ code: string; givenBack: boolean }[]> =>
  uow.rows(
    `select code, bool_and(given_back_at is not null) as "givenBack" from booking.coupon_redemptions
     where agency_id = ? and order_id = ? group by code order by code`,
    [uow.agencyId, orderId],
  );

/** The quotation has become an order: its coupons come back with the order's end, not with the quotation's. */
export const couponsGoToOrder = (
  uow: UnitOfWork,
  { quotationId, revision, orderId }: { quotationId: string; revision: number; orderId: string },
): Promise<unknown> =>
  uow.rows(
    `update booking.coupon_redemptions set order_id = ?
     where agency_id = ? and quotation_id = ? and revision = ? and given_back_at is null`,
    [orderId, uow.agencyId, quotationId, revision],
  );

/** Gives the coupons of a quotation back that nobody has ordered by. Called under the quotation's lock. */
export const giveBackOfQuotation = (uow: UnitOfWork, quotationId: string): Promise<void> =>
  giveBack(uow, 'quotation_id = ? and order_id is null', quotationId);

/** Gives the coupons of an order back that ends unused. Called under the order's lock. */
export const giveBackOfOrder = (uow: UnitOfWork, orderId: string): Promise<void> =>
  giveBack(uow, 'order_id = ?', orderId);

/** Gives back what an order has only reserved, since it was never confirmed. Called under the order's lock. */
export const giveBackReserved = (uow: UnitOfWork, orderId: string): Promise<void> =>
  giveBack(uow, 'order_id = ? and redeemed_at is null', orderId);

/** What was given back once is not given back again: the statement counts only rows it has marked itself. */
async function giveBack(uow: UnitOfWork, which: string, id: string): Promise<void> {
  await uow.rows(
    `with back as (
       update booking.coupon_redemptions set given_back_at = ?
       where agency_id = ? and ${which} and given_back_at is null
       returning agency_id, campaign_id, code, customer_id
     ), campaigns as (
       update booking.coupon_campaigns c set redeemed = redeemed - n
       from (select agency_id, campaign_id, count(*)::integer as n from back group by 1, 2) of
       where c.agency_id = of.agency_id and c.id = of.campaign_id
     ), codes as (
       update booking.coupon_codes c set redeemed = redeemed - n
       from (select agency_id, code, count(*)::integer as n from back group by 1, 2) of
       where c.agency_id = of.agency_id and c.code = of.code
     )
     update booking.coupon_uses u set used = used - n
     from (select agency_id, campaign_id, customer_id, count(*)::integer as n from back group by 1, 2, 3) of
     where u.agency_id = of.agency_id and u.campaign_id = of.campaign_id and u.customer_id = of.customer_id`,
    [uow.now.toString(), uow.agencyId, id],
  );
}
