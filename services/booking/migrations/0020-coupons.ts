import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Coupon campaigns with their codes, and who has redeemed how many. */
export default class Coupons extends Migration {
  override up(): void {
    this.addSql(`
      create table booking.coupon_campaigns (
        agency_id uuid not null,
        id uuid not null,
        name jsonb not null,
        state text not null check (state in ('active', 'ended')),
        kind text not null check (kind in ('fixed', 'percent')),
        -- Minor units, or hundredths of a percent.
        value bigint not null check (value > 0),
        cap bigint check (cap > 0),
        currency char(3) not null,
        valid_from date not null,
        valid_to date not null,
        minimum_amount bigint not null check (minimum_amount >= 0),
        product_ids jsonb not null,
        product_kinds jsonb not null,
        stackable boolean not null,
        per_customer integer not null check (per_customer > 0),
        per_code integer not null check (per_code > 0),
        total_limit integer not null check (total_limit > 0),
        redeemed integer not null default 0,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint coupon_campaigns_share check (kind = 'fixed' or value <= 10000),
        constraint coupon_campaigns_dates check (valid_to >= valid_from),
        constraint coupon_campaigns_never_over check (redeemed between 0 and total_limit)
      );
      create table booking.coupon_codes (
        agency_id uuid not null,
        code text not null,
        campaign_id uuid not null,
        redeemed integer not null default 0 check (redeemed >= 0),
        primary key (agency_id, code),
        foreign key (agency_id, campaign_id) references booking.coupon_campaigns (agency_id, id)
      );
      create index coupon_codes_by_campaign on booking.coupon_codes (agency_id, campaign_id, code);
      create table booking.coupon_uses (
        agency_id uuid not null,
        campaign_id uuid not null,
        customer_id uuid not null,
        used integer not null check (used >= 0),
        primary key (agency_id, campaign_id, customer_id),
        foreign key (agency_id, campaign_id) references booking.coupon_campaigns (agency_id, id)
      );
      -- One row for each time a code is redeemed. Of the whole agency, since whoever ends an order gives its coupons back.
      create table booking.coupon_redemptions (
        agency_id uuid not null,
        quotation_id uuid not null,
        revision integer not null,
        code text not null,
        campaign_id uuid not null,
        customer_id uuid not null,
        order_id uuid,
        redeemed_at timestamptz not null,
        given_back_at timestamptz,
        primary key (agency_id, quotation_id, revision, code),
        foreign key (agency_id, code) references booking.coupon_codes (agency_id, code)
      );
      create index coupon_redemptions_by_order on booking.coupon_redemptions (agency_id, order_id) where order_id is not null;
      ${['coupon_campaigns', 'coupon_codes', 'coupon_uses', 'coupon_redemptions'].map((table) => tenantTable('booking', table)).join('\n')}
    `);
  }
}
