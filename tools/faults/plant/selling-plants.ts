import { byTrigger, type Plant } from './plant.ts';

const inPart = {
  needs: `select from booking.order_cancellations where agency_id = $1 and scope = 'part'`,
};

const campaigns = { table: 'booking.coupon_campaigns', event: 'update' } as const;
const credits = { table: 'booking.branch_credits', event: 'update' } as const;
const creditUses = 'select from booking.credit_uses where agency_id = $1';
const confirmed = `(select id from booking.orders where agency_id = $1 and state = 'confirmed')`;
const redemptions = 'select from booking.coupon_redemptions where agency_id = $1';

/** Bugs of orders that become smaller, of orders with coupons, and of orders on credit. */
export const sellingPlants: readonly Plant[] = [
  byTrigger({
    ...{ ...inPart, name: 'part-still-seated', as: 'who was cancelled keeps a seat', caughtBy: 'leaked' },
    ...{ table: 'booking.orders', event: 'update' },
    body: `if new.total < old.total and new.state = old.state and old.state in ('awaiting-payment', 'confirmed') then
      new.seats := old.seats; end if;`,
  }),
  byTrigger({
    ...{ ...inPart, name: 'part-for-nothing', as: 'a cancelled part costs nothing', caughtBy: 'refunds_off' },
    ...{ table: 'booking.order_cancellations', event: 'insert' },
    body: `if new.scope = 'part' then new.penalty := 0; new.certain_penalty := 0; end if;`,
  }),
  byTrigger({
    ...{ name: 'coupon-never-back', as: 'an order that ended keeps its coupon', caughtBy: 'coupons_off' },
    ...{ ...campaigns, needs: `${redemptions} and given_back_at is not null` },
    body: 'if new.redeemed < old.redeemed then new.redeemed := old.redeemed; end if;',
  }),
  byTrigger({
    ...{ name: 'coupon-uncounted', as: 'an order takes a coupon without a count', caughtBy: 'coupons_off' },
    ...{ ...campaigns, needs: `${redemptions} and redeemed_at is not null and given_back_at is null` },
    body: 'new.redeemed := greatest(0, least(old.redeemed, new.redeemed));',
  }),
  byTrigger({
    ...{ name: 'credit-never-back', as: 'what was paid for still uses credit', caughtBy: 'credit_off' },
    ...{ ...credits, needs: `${creditUses} and released_at is not null` },
    body: 'if new.used < old.used then new.used := old.used; end if;',
  }),
  byTrigger({
    ...{ name: 'credit-uncounted', as: 'an approval uses credit without a count', caughtBy: 'credit_off' },
    ...{ ...credits, needs: `${creditUses} and released_at is null and order_id in ${confirmed} offset 1` },
    body: 'new.used := greatest(0, least(old.used, new.used));',
  }),
];
