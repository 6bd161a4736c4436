import { answer, api } from '../api/client.ts';
import { localText } from '../format/names.ts';
import { Choose, type ChosenField } from '../patterns/choose.tsx';
import {
  departureText,
  useBranches,
  useCustomerName,
  useDepartureName,
  useOrderName,
  useProductName,
} from './names.tsx';
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
        const by = /^\+?\d{6,}$/.test(words) ? { phone: words } : { q: words };
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

/** An order, by its whole number or by the customer's name. */
export function ChooseOrder(field: ChosenField) {
  return (
    <Choose
      {...field}
      named={useOrderName(field.value)?.number}
      queryKey={['booking', 'order']}
      ask={async (text, signal) => {
        const by = /\d{4}-\d+$/.test(text) ? { number: text.trim() } : { customerName: text.trim() };
        const query = { limit, ...(text.trim() && by) };
        const { orders } = await answer(api.booking.GET('/v1/orders', { params: { query }, signal }));
        return orders.map(({ id, number }) => ({ value: id, label: number }));
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

/** The month a group number or a date speaks of: an agency has more departures than one answer holds. */
function monthIn(text: string): { from: string; to: string } | undefined {
  const [, year, month] = /(20\d\d)-(0[1-9]|1[0-2])/.exec(text) ?? [];
  if (!year || !month) return undefined;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
}

/** A departure, by its group number or its product's name. */
export function ChooseDeparture(field: ChosenField) {
  const departure = useDepartureName(field.value);
  return (
    <Choose
      {...field}
      named={departure ? departureText(departure) : undefined}
      queryKey={['booking', 'departure']}
      ask={async (text, signal) => {
        const query = { limit: 100, ...monthIn(text) };
        const { departures } = await answer(api.booking.GET('/v1/departures', { params: { query }, signal }));
        const wanted = text.trim().toLowerCase();
        return departures
          .map((one) => ({ value: one.id, label: departureText(one), names: Object.values(one.productName) }))
          .filter(({ label, names }) =>
            [label, ...names].some((word) => word.toLowerCase().includes(wanted)),
          );
      }}
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
          .filter(({ label }) => label.includes(text))
      }
    />
  );
}
