import type { UnitOfWork } from '@yitu/persistence';
import { couponErrors } from './errors.ts';

/** Which revision of which quotation coupons are for. */
export interface Redeeming {
  readonly quotationId: string;
  readonly revision: number;
  readonly customerId: string;
  /** The agency's day. */
  readonly date: string;
}

/**
 * Redeems a coupon: one statement counts it for the campaign, the code and the customer where each still has one, so that however many ask at once,
 * no more are redeemed than there are. Whoever asks takes several in one order, so that two who want the same do not wait for each other in a circle.
 * @throws booking/coupons-used-up
 */
export async function redeemCoupons(
  uow: UnitOfWork,
  coupons: readonly { readonly code: string; readonly campaignId: string }[],
  { quotationId, revision, customerId, date }: Redeeming,
): Promise<void> {
  for (const { code, campaignId } of coupons.toSorted(byCampaign)) {
    const [row] = await uow.rows<{ done: boolean }>(
      `with campaign as (
         update booking.coupon_campaigns set redeemed = redeemed + 1
         where agency_id = ? and id = ? and state = 'active' and redeemed < total_limit and ?::date between valid_from and valid_to
         returning id, per_code, per_customer
       ), code as (
         update booking.coupon_codes set redeemed = redeemed + 1 from campaign
         where agency_id = ? and campaign_id = campaign.id and code = ? and redeemed < campaign.per_code
         returning code
       ), uses as (
         insert into booking.coupon_uses as uses (agency_id, campaign_id, customer_id, used)
         select ?, campaign.id, ?, 1 from campaign, code
         on conflict (agency_id, campaign_id, customer_id) do update set used = uses.used + 1
           where uses.used < (select per_customer from campaign)
         returning used
       ), redeemed as (
         insert into booking.coupon_redemptions (agency_id, quotation_id, revision, code, campaign_id, customer_id, redeemed_at)
         select ?, ?, ?, code.code, campaign.id, ?, ? from campaign, code, uses
         returning code
       )
       select exists (select from redeemed) as done`,
      [
        ...[uow.agencyId, campaignId, date],
        ...[uow.agencyId, code],
        ...[uow.agencyId, customerId],
        ...[uow.agencyId, quotationId, revision, customerId, uow.now.toString()],
      ],
    );
    // What a part of the statement has counted goes with the transaction.
    if (!row?.done) throw couponErrors.couponsUsedUp({ code });
  }
}

const byCampaign = (
  left: { campaignId: string; code: string },
  right: { campaignId: string; code: string },
) => (`${left.campaignId} ${left.code}` < `${right.campaignId} ${right.code}` ? -1 : 1);

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
