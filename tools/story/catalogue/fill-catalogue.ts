import { addDays } from '@yitu/kernel';
import { newTraceId, type Api } from '../api.ts';
import { todayOf, type Cast, type Stage } from '../cast.ts';
import { addPicture } from './add-picture.ts';
import { cities, products, type DemoProduct } from './products.ts';

/** Puts the demo's products with their pictures and departures into an agency's catalogue; those that are there already stay as they are. */
export async function fillCatalogue(stage: Stage, { as }: Cast): Promise<number> {
  const manager = as('reviewer', newTraceId());
  const { products: known } = await manager.get<{ products: { name: { zh: string } }[] }>(
    '/api/booking/v1/products?limit=100',
  );
  const names = new Set(known.map(({ name }) => name.zh));
  const missing = products.filter(({ name }) => !names.has(name.zh));
  await Promise.all(missing.map((product) => addProduct(stage, manager, product)));
  await nameCities(manager);
  return missing.length;
}

/** Names the cities where nobody has named any yet. */
async function nameCities(manager: Api): Promise<void> {
  const path = '/api/booking/v1/city-names';
  const { version } = await manager.get<{ version: number }>(path);
  if (version === 1) await manager.put(path, { cities }, version);
}

async function addProduct(stage: Stage, manager: Api, product: DemoProduct): Promise<void> {
  const { kind, name, summary, description, days, themes, country, city, lodging, transport } = product;
  const { id } = await manager.post<{ id: string }>('/api/booking/v1/products', {
    ...{ kind, name, summary, description, days, themes, inclusions, exclusions },
    ...{ destinationCountry: country, destinationCity: city },
    details: { ...(lodging && { lodgingClass: lodging }), transport, ...(days > 1 && { nights: days - 1 }) },
  });
  await addPicture(manager, `products/${id}`, product.code, product.alt);
  await Promise.all(product.leavesIn.map((days) => schedule(stage, manager, { id, product, days })));
}

async function schedule(
  stage: Stage,
  manager: Api,
  { id, product, days }: { id: string; product: DemoProduct; days: number },
): Promise<void> {
  const departsOn = addDays(todayOf(stage), days);
  const price = (travellerCategory: string, share: number) => ({
    travellerCategory,
    amount: String(Math.round(product.yuan * share) * 100),
  });
  await manager.post('/api/booking/v1/departures', {
    productId: id,
    groupNumber: `${product.code.slice(0, 2).toUpperCase()}-${departsOn}`,
    departsOn,
    returnsOn: addDays(departsOn, product.days - 1),
    cutOffDays: product.days > 1 ? 3 : 0,
    capacity: product.days > 1 ? 24 : 40,
    minimumGroup: product.days > 1 ? 8 : 1,
    currency: 'CNY',
    prices: [
      price('adult', 1),
      price('child-with-bed', 0.8),
      price('child-without-bed', 0.5),
      price('infant', 0.1),
      ...(product.days > 1 ? [price('single-supplement', 0.25)] : []),
    ],
  });
}

const inclusions = [
  { zh: '行程所列交通与住宿', en: 'Transport and lodging as listed' },
  { zh: '导游服务', en: 'A guide' },
];

const exclusions = [{ zh: '个人消费', en: 'Personal expenses' }];
