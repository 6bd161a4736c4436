import { Migration } from '@mikro-orm/migrations';

/** Coupons are reserved with an order as well as redeemed with a quotation. */
export default class CouponsOfOrders extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.coupon_redemptions add column id uuid not null default gen_random_uuid();
      -- Of an order: counted from here on, redeemed once the order is confirmed.
      alter table booking.coupon_redemptions add column reserved_at timestamptz;
      alter table booking.coupon_redemptions drop constraint coupon_redemptions_pkey;
      alter table booking.coupon_redemptions add constraint coupon_redemptions_pkey primary key (agency_id, id);
      alter table booking.coupon_redemptions alter column quotation_id drop not null;
      alter table booking.coupon_redemptions alter column revision drop not null;
      alter table booking.coupon_redemptions alter column redeemed_at drop not null;
      alter table booking.coupon_redemptions add constraint coupon_redemptions_of check (quotation_id is not null or order_id is not null);
      alter table booking.coupon_redemptions add constraint coupon_redemptions_when check (coalesce(reserved_at, redeemed_at) is not null);
      create unique index coupon_redemptions_by_quotation on booking.coupon_redemptions (agency_id, quotation_id, revision, code)
        where quotation_id is not null;
      create unique index coupon_redemptions_once_an_order on booking.coupon_redemptions (agency_id, order_id, code) where quotation_id is null;
    `);
  }
}
