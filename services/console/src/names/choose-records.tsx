import { answer, api } from '../api/client.ts';
import type { paths as BookingPaths } from '../api/gen/booking.ts';
import { localText } from '../format/names.ts';
import { isPhoneLike } from '../format/phones.ts';
import { Choose, type ChosenField } from '../patterns/choose.tsx';
import {
  departureText,
  useBranches,
  useCustomerName,
  useDepartureName,
  useOrderName,
  useOrderText,
  useProductName,
  useSupplierName,
} from './names.tsx';
import { useMay } from '../session/me.ts';
import { useContractWarning } from './supplier-contract.ts';
import { activeSuppliers } from './active-suppliers.ts';
import { texts } from './texts.ts';

const limit = 50;

/** A customer, by a part of the name (pinyin too) or the whole phone number. */
export function ChooseCustomer(field: ChosenField) {
  const t = texts.use();
  return (
    <Choose
      placeholder={t('findCustomer')}
      {...field}
      named={useCustomerName(field.value)}
      queryKey={['crm', 'customer']}
      ask={async (text, signal) => {
        const words = text.trim();
        const by = isPhoneLike(words) ? { phone: words } : { q: words };
        const query = { limit, ...(words && by) };
        const { customers } = await answer(api.crm.GET('/v1/customers', { params: { query }, signal }));
        return customers.map(({ id, displayName, phone }) => ({
          value: id,
          label: phone ? `${displayName} · ${phone}` : displayName,
        }));
      }}
    />
  );
}

/** Which orders are to be chosen from. */
interface OrdersWithin {
  readonly departureId?: string;
  readonly states?: readonly string[];
}

/** An order, by its whole number or by the customer's name. */
export function ChooseOrder({ within = {}, ...field }: ChosenField & { readonly within?: OrdersWithin }) {
  const { departureId, states } = within;
  const orderText = useOrderText();
  return (
    <Choose
      {...field}
      named={useOrderName(field.value)?.number}
      queryKey={['booking', 'order', within]}
      ask={async (text, signal) => {
        const by = /\d{4}-\d+$/.test(text) ? { number: text.trim() } : { customerName: text.trim() };
        const query = { limit, ...(departureId && { departureId }), ...(text.trim() && by) };
        const { orders } = await answer(api.booking.GET('/v1/orders', { params: { query }, signal }));
        const fitting = orders.filter(({ state }) => !states || states.includes(state));
        return Promise.all(fitting.map(async (one) => ({ value: one.id, label: await orderText(one) })));
      }}
    />
  );
}

/** A product, by words inside its title. */
export function ChooseProduct(field: ChosenField) {
  return (
    <Choose
      {...field}
      named={useProductName(field.value)}
      queryKey={['booking', 'product']}
      ask={async (typed, signal) => {
        const text = typed.trim();
        const query = { limit, sort: 'newest' as const, ...(text && { text }) };
        const { products } = await answer(api.booking.GET('/v1/products', { params: { query }, signal }));
        return products.map(({ id, name }) => ({ value: id, label: localText(name) }));
      }}
    />
  );
}

/** The days that a date, or the beginning of one, speaks of. */
function daysIn(text: string): { from: string; to: string } | undefined {
  const [, year, month, day] = /^(20\d\d)-(0[1-9]|1[0-2])(?:-(\d\d))?$/.exec(text) ?? [];
  if (!year || !month) return undefined;
  if (day) return { from: text, to: text };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
}

/** Which departures are to be chosen from. */
interface DeparturesWithin {
  readonly productId?: string;
  /** The first day of departure, and the last. */
  readonly from?: string;
  readonly to?: string;
  /** Only those that seats are sold of. */
  readonly onSale?: boolean;
}

type Departures = Awaited<ReturnType<typeof departuresBy>>;

async function departuresBy(
  query: NonNullable<BookingPaths['/v1/departures']['get']['parameters']['query']>,
  signal: AbortSignal,
) {
  return (await answer(api.booking.GET('/v1/departures', { params: { query }, signal }))).departures;
}

/** Departures of the products that words find, the nearest first. */
async function departuresOfProducts(
  text: string,
  bounds: Omit<DeparturesWithin, 'onSale'>,
  signal: AbortSignal,
): Promise<Departures> {
  const { products } = await answer(
    api.booking.GET('/v1/products', { params: { query: { text: text.slice(0, 100), limit: 5 } }, signal }),
  );
  const found = await Promise.all(
    products.map(({ id }) => departuresBy({ limit: 20, sort: 'nearest', ...bounds, productId: id }, signal)),
  );
  return found.flat();
}

/** A departure, by a part of its group number, its day or month, or its product's name. */
export function ChooseDeparture({
  within = {},
  ...field
}: ChosenField & { readonly within?: DeparturesWithin }) {
  const departure = useDepartureName(field.value);
  const may = useMay();
  const { onSale = false, ...bounds } = within;
  const sort = bounds.from ? ('nearest' as const) : ('newest' as const);
  const find = async (text: string, signal: AbortSignal): Promise<Departures> => {
    const all = { limit, sort, ...bounds };
    if (!text) return departuresBy(all, signal);
    const days = daysIn(text);
    const ofNames = !bounds.productId && may('booking.product.read');
    const found = await Promise.all([
      departuresBy({ ...all, groupNumber: text.slice(0, 40) }, signal),
      days ? departuresBy({ ...all, ...days }, signal) : [],
      ofNames ? departuresOfProducts(text, bounds, signal) : [],
    ]);
    return [...new Map(found.flat().map((one) => [one.id, one])).values()];
  };
  return (
    <Choose
      {...field}
      named={departure ? departureText(departure) : undefined}
      queryKey={['booking', 'departure', within]}
      ask={async (typed, signal) => {
        const departures = await find(typed.trim(), signal);
        return departures
          .filter(({ state }) => !onSale || state === 'open' || state === 'guaranteed')
          .map((one) => ({ value: one.id, label: departureText(one) }));
      }}
    />
  );
}

/** An active supplier, by a part of the name. */
export function ChooseSupplier(field: ChosenField) {
  const warningOf = useContractWarning();
  return (
    <Choose
      {...field}
      named={useSupplierName(field.value)}
      queryKey={['booking', 'supplier']}
      ask={async (text, signal) =>
        (await activeSuppliers(text, signal)).map((one) => ({
          value: one.id,
          label: [localText(one.name), warningOf(one)].filter(Boolean).join(' · '),
        }))
      }
    />
  );
}

/** A branch of the agency. */
export function ChooseBranch(field: ChosenField) {
  return <ChooseOf {...field} branches={useBranches().data ?? []} />;
}

/** A franchise branch that is open. */
export function ChooseFranchise(field: ChosenField) {
  const open = (useBranches().data ?? []).filter(
    ({ kind, state }) => kind === 'franchise' && state === 'open',
  );
  return <ChooseOf {...field} branches={open} />;
}

function ChooseOf({
  branches,
  ...field
}: ChosenField & { readonly branches: NonNullable<ReturnType<typeof useBranches>['data']> }) {
  return (
    <Choose
      {...field}
      named={branches.filter(({ id }) => id === field.value).map(({ name }) => localText(name))[0]}
      queryKey={['identity', 'branch', ...branches.map(({ id }) => id)]}
      ask={async (text) =>
        branches
          .map(({ id, name }) => ({ value: id, label: localText(name) }))
          .filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()))
      }
    />
  );
}
