import { addDays } from '@yitu/kernel';
import { newTraceId } from '../api.ts';
import { todayOf } from '../cast.ts';
import type { Office } from './sell.ts';

/** A coupon for new customers and one for the season. Campaigns that are there already stay. */
export async function fillCoupons({ stage, cast }: Office): Promise<void> {
  const manager = cast.as('reviewer', newTraceId());
  const path = '/api/booking/v1/coupon-campaigns';
  const { campaigns } = await manager.get<{ campaigns: object[] }>(`${path}?limit=1`);
  if (campaigns.length > 0) return;
  const validFrom = todayOf(stage);
  const offers = [
    {
      name: { zh: '新客立减100元', en: 'CNY 100 off for new customers' },
      ...{ kind: 'fixed', value: '10000', minimumAmount: '100000', totalLimit: 500 },
      ...{ validTo: addDays(validFrom, 90), codes: ['WELCOME100'] },
    },
    {
      name: { zh: '早订九五折', en: '5 % off for booking early' },
      ...{ kind: 'percent', value: '500', cap: '30000', totalLimit: 200, stackable: true },
      ...{ validTo: addDays(validFrom, 60), productKinds: ['package-tour'], codes: ['EARLY95'] },
    },
  ];
  await Promise.all(offers.map((offer) => manager.post(path, { ...offer, currency: 'CNY', validFrom })));
}
