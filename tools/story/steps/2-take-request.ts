import { randomInt } from 'node:crypto';
import { addPicture } from '../catalogue/add-picture.ts';
import { todayOf } from '../cast.ts';
import type { Step } from '../scene.ts';

/** The need becomes a request; the manager schedules a departure that fits, the catalogue finds it. */
export const takeRequest: Step = async ({ as, told, stage }) => {
  await as('sales').post('/api/itinerary/v1/requests', {
    customerId: told.customerId,
    purpose: '周末亲近自然',
    preferences: '桂林，山水，一日往返',
    budget: { amount: '300000', currency: 'CNY' },
    specialNeeds: '一人素食',
  });
  const manager = as('reviewer');
  const product = await manager.post<{ id: string; name: { zh: string } }>('/api/booking/v1/products', {
    kind: 'day-trip',
    name: { zh: '漓江竹筏一日游', en: 'A day on the Li river' },
    summary: { zh: '杨堤至兴坪，含午餐', en: 'From Yangdi to Xingping, lunch included' },
    destinationCountry: 'CN',
    destinationCity: '桂林',
    days: 1,
    themes: ['nature', 'river'],
  });
  told.productId = product.id;
  await addPicture(manager, `products/${product.id}`, 'guilin', {
    zh: '漓江边的喀斯特山峰与竹筏',
    en: 'Karst hills and a raft on the Li river',
  });
  told.groupNumber = `LJ-${todayOf(stage)}-${String(randomInt(1e6)).padStart(6, '0')}`;
  // A trip of today: all ten steps, from the order to the settlement, can be played on one day.
  const date = todayOf(stage);
  const departure = await manager.post<{ id: string }>('/api/booking/v1/departures', {
    productId: product.id,
    groupNumber: told.groupNumber,
    departsOn: date,
    returnsOn: date,
    capacity: 20,
    currency: 'CNY',
    prices: [
      { travellerCategory: 'adult', customerCategory: '*', amount: '68000' },
      { travellerCategory: 'adult', customerCategory: 'key', amount: '62000' },
    ],
  });
  told.departureId = departure.id;
  const { products } = await as('sales').get<{ products: { id: string }[] }>(
    '/api/booking/v1/products?text=漓江&limit=100',
  );
  if (!products.some(({ id }) => id === product.id))
    throw new Error('the catalogue does not find the product');
  return `“${product.name.zh}” found for the request, departure ${told.groupNumber}`;
};
