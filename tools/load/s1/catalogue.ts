import type { Api } from '../../story/api.ts';

const departures = 40;
/** The most there can be: no run sells them out. */
const capacity = 10_000;

/** Minor units. */
export const unitPrice = '68000';

/** One product with many departures, none of them hot. @param planner who may plan */
export async function catalogue(planner: Api): Promise<{ productId: string; departureIds: string[] }> {
  // Held for a week: seats that go back half an hour later would weigh on whatever runs then.
  const rules = { holdMinutes: 10_080, depositPercent: 30, depositDueDays: 3, balanceDueDaysBefore: 15 };
  await planner.put('/api/booking/v1/rules', rules, 1);
  const { id: productId } = await planner.post<{ id: string }>('/api/booking/v1/products', {
    kind: 'day-trip',
    name: { zh: '漓江竹筏一日游', en: 'A day on the Li river' },
    summary: { zh: '杨堤至兴坪，含午餐', en: 'From Yangdi to Xingping, lunch included' },
    destinationCountry: 'CN',
    destinationCity: '桂林',
    days: 1,
    themes: ['nature', 'river'],
  });
  const scheduled = await Promise.all(
    Array.from({ length: departures }, (_, index) => schedule(planner, productId, index)),
  );
  return { productId, departureIds: scheduled.map(({ id }) => id) };
}

function schedule(planner: Api, productId: string, index: number): Promise<{ id: string }> {
  const date = Temporal.Now.plainDateISO('Asia/Shanghai')
    .add({ days: 30 + index })
    .toString();
  return planner.post('/api/booking/v1/departures', {
    productId,
    groupNumber: `LOAD-${index + 1}`,
    departsOn: date,
    returnsOn: date,
    capacity,
    currency: 'CNY',
    prices: [
      { travellerCategory: 'adult', customerCategory: '*', amount: unitPrice },
      { travellerCategory: 'adult', customerCategory: 'key', amount: '62000' },
    ],
  });
}
