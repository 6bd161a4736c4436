import type { Product } from '../../api/gen/booking.ts';
import type { kinds as allKinds } from '../../names/product-words.ts';

export type Kind = (typeof allKinds)[number];
export type Details = Product['details'];
export type Detail = keyof Details;

/** What is entered of a product. */
export type ProductForm = Pick<
  Product,
  | 'name'
  | 'summary'
  | 'destinationCountry'
  | 'destinationCity'
  | 'days'
  | 'themes'
  | 'description'
  | 'inclusions'
  | 'exclusions'
  | 'notes'
  | 'details'
> & { readonly kind: Kind; readonly code?: string; readonly draft?: boolean };

export const emptyProduct: Partial<ProductForm> = {
  kind: 'package-tour',
  destinationCountry: 'CN',
  days: 1,
  themes: [],
  inclusions: [],
  exclusions: [],
  notes: [],
  details: {},
  draft: false,
};

/** What the services take: no details of another kind, none that were left empty. */
export function productBody(form: ProductForm, details: readonly Detail[]) {
  const { name, summary, destinationCountry, destinationCity, days, themes, description } = form;
  const said = Object.entries(form.details ?? {}).filter(
    ([detail, value]) => details.some((one) => one === detail) && isSaid(value),
  );
  return {
    ...{ name, summary, destinationCountry, destinationCity, days, themes },
    description: { zh: description?.zh ?? '', en: description?.en ?? '' },
    inclusions: form.inclusions ?? [],
    exclusions: form.exclusions ?? [],
    notes: form.notes ?? [],
    details: Object.fromEntries(said) as Details, // some of its own
  };
}

/** Nothing was entered where it is empty, or where each part of it is. */
function isSaid(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object') return true;
  if ('amount' in value) return Boolean(value.amount);
  return Object.values(value).some((part) => part !== undefined && part !== '');
}
