import { events } from '@yitu/contracts';
import { branchForNew } from '@yitu/directory';
import { newId, today } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Currency, Id, LocalDate, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';
import { listPrice } from '../products/list-price.ts';
import { Product } from '../products/product.ts';
import { lookAtGroup } from '../group-decisions/on-group-decision-due.ts';
import { PriceList, seasonOf, type Season } from '../price-lists/price-list.ts';
import { checkPrices } from '../pricing/check-prices.ts';
import { Price } from '../pricing/price.ts';
import { checkMinimum } from './change-departure/check-change.ts';
import { Departure, DeparturePrice, departureView, DepartureView } from './departure.ts';

export const NewDeparture = Type.Object({
  productId: Id,
  operatingBranchId: Type.Optional({
    ...Id,
    description: "The branch that makes the trip happen; the caller's own where it is left out",
  }),
  groupNumber: Type.String({ minLength: 1, maxLength: 40 }),
  departsOn: LocalDate,
  returnsOn: LocalDate,
  timeZone: Type.String({
    default: 'Asia/Shanghai',
    maxLength: 60,
    description: 'IANA name; the dates are dates there',
  }),
  cutOffDays: Type.Integer({ minimum: 0, maximum: 180, default: 0 }),
  capacity: Type.Integer({ minimum: 1, maximum: 10_000 }),
  minimumGroup: Type.Integer({ minimum: 1, maximum: 10_000, default: 1 }),
  currency: Currency,
  prices: Type.Optional(
    Type.Array(Price, {
      minItems: 1,
      maxItems: 100,
      description: "Without them it takes those of its season in the product's price list",
    }),
  ),
});

/** Pure: what must be so before a departure can be sold. @throws booking/unknown-time-zone, return-before-departure, departs-in-the-past, minimum-above-capacity */
function checkDeparture(
  input: Omit<Static<typeof NewDeparture>, 'operatingBranchId'>,
  now: Temporal.Instant,
): void {
  checkTimeZone(input.timeZone);
  if (input.returnsOn < input.departsOn) throw errors.returnBeforeDeparture();
  if (input.departsOn < today(now, input.timeZone)) throw errors.departsInThePast();
  checkMinimum(input.minimumGroup, input.capacity, '/body/minimumGroup');
}

/** @throws booking/unknown-time-zone */
export function checkTimeZone(zone: string): void {
  if (isTimeZone(zone)) return;
  const message = {
    zh: '应为 IANA 时区名，例如 Asia/Shanghai',
    en: 'must be an IANA name such as Asia/Shanghai',
  };
  throw errors.unknownTimeZone(
    { zone },
    { fields: [{ field: '/body/timeZone', rule: 'time-zone', message }] },
  );
}

/** Whether it is the name of a zone: offsets and whole timestamps, which Temporal takes for their zone too, are none. */
function isTimeZone(text: string): boolean {
  try {
    const { timeZoneId } = Temporal.Now.zonedDateTimeISO(text);
    return /^[a-z]/i.test(text) && timeZoneId.toLowerCase() === text.toLowerCase();
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The prices of the departure's season. @throws booking/no-price-list, no-season, price-list-currency */
async function pricesFromList(
  uow: UnitOfWork,
  input: Static<typeof NewDeparture>,
): Promise<Season['prices']> {
  const { productId, departsOn, currency } = input;
  const [list] = await uow.find(PriceList, { productId });
  if (!list) throw errors.noPriceList({ fields: [{ field: '/body/prices', ...required }] });
  if (list.currency !== currency) throw errors.priceListCurrency({ currency: list.currency });
  return seasonOf(list.seasons, departsOn).prices;
}

const required = {
  rule: 'required',
  message: { zh: '产品没有价目表时必填', en: 'is required where the product has no price list' },
};

const scheduleDeparture = command(
  { permission: 'booking.departure.schedule' },
  async (uow, { operatingBranchId: named, ...input }: Static<typeof NewDeparture>) => {
    const operatingBranchId = await branchForNew(uow, 'booking.departure.schedule', named);
    const checked = await checkNewDeparture(uow, input);
    const { departure, product, stored } = await storeDeparture(uow, checked, operatingBranchId);
    return departureView(departure, product, stored);
  },
);

/** A departure with its product and prices, which nothing speaks against. */
type Checked = Awaited<ReturnType<typeof checkNewDeparture>>;

/** Changes nothing. @throws what speaks against scheduling it */
export async function checkNewDeparture(
  uow: UnitOfWork,
  input: Omit<Static<typeof NewDeparture>, 'operatingBranchId'>,
) {
  checkDeparture(input, uow.now);
  const { prices: own, ...dates } = input;
  const [product] = await uow.find(Product, { id: input.productId });
  if (!product) throw errors.noSuchProduct();
  const prices = own ?? (await pricesFromList(uow, input));
  checkPrices(prices, '/body/prices');
  if (product.state === 'withdrawn') throw errors.productState({ state: product.state });
  return { dates, product, prices };
}

/** Stores a departure that has been checked. @param operatingBranchId the branch that makes it happen; null for headquarters */
export async function storeDeparture(
  uow: UnitOfWork,
  { dates, product, prices }: Checked,
  operatingBranchId: string | null,
) {
  const departure = uow.add(
    uow.em.create(Departure, {
      agencyId: uow.agencyId,
      id: newId(),
      ...dates,
      operatingBranchId,
      remaining: dates.capacity,
      note: '',
      state: 'open',
      groupStanding: 'undecided',
      stateReason: null,
      version: 0,
      createdAt: uow.now,
    }),
  );
  const { id: departureId, productId, groupNumber, departsOn, returnsOn, timeZone, capacity } = departure;
  uow.publish(departure, events.departureScheduled, {
    departureId,
    productId,
    groupNumber,
    productName: product.name,
    departsOn,
    returnsOn,
    timeZone,
    capacity,
  });
  await lookAtGroup(uow, departure);
  await uow.em.flush(); // prices refer to their departure
  const stored = prices.map((price) =>
    uow.add(
      uow.em.create(DeparturePrice, {
        agencyId: uow.agencyId,
        departureId,
        ...price,
        amount: BigInt(price.amount),
      }),
    ),
  );
  await uow.em.flush(); // the listed price is computed from stored prices
  await listPrice(uow, productId);
  return { departure, product, stored };
}

export const scheduleDepartureRoute = () =>
  route({
    method: 'POST',
    path: '/v1/departures',
    summary: 'Schedule a departure of a product, with its prices',
    access: 'booking.departure.schedule',
    body: NewDeparture,
    result: DepartureView,
    status: 201,
    handle: (call, { body }) => scheduleDeparture(call, body),
  });
