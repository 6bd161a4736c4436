import type { Api } from '../../story/api.ts';

/** A coupon campaign with one code. */
export interface OpenedCampaign {
  readonly id: string;
  readonly code: string;
}

/** The first is used up and fought for, of the second each customer may use so many, the last has enough. */
const campaigns = [
  { kind: 'fixed', value: '5001', totalLimit: 6, perCustomer: 6 },
  { kind: 'percent', value: '1000', totalLimit: 30, perCustomer: 8 },
  { kind: 'fixed', value: '3001', totalLimit: 100_000, perCustomer: 100_000 },
] as const;

/**
 * Opens the campaigns whose coupons orders are placed with: amounts that cannot be shared out evenly, and a share.
 * @param today of the services' clock
 */
export function openCampaigns(planner: Api, today: Temporal.PlainDate): Promise<OpenedCampaign[]> {
  return Promise.all(
    campaigns.map(async (terms, index) => {
      const code = `FAULT-${index + 1}`;
      const { id } = await planner.post<{ id: string }>('/api/booking/v1/coupon-campaigns', {
        ...{ ...terms, name: { zh: '演练优惠', en: 'Drill discount' }, currency: 'CNY', codes: [code] },
        ...{
          validFrom: today.subtract({ days: 1 }).toString(),
          validTo: today.add({ days: 30 }).toString(),
        },
      });
      return { id, code };
    }),
  );
}
