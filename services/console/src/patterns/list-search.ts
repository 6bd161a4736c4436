/** What the address of a list says: its filters, and where its page begins. */
export type ListSearch<Filter extends string> = { readonly [name in Filter | 'after']?: string };

/** Reads filters from an address: known ones only, as texts. */
export const listSearch =
  <Filter extends string>(...filters: readonly Filter[]) =>
  (search: Record<string, unknown>): ListSearch<Filter> =>
    Object.fromEntries(
      [...filters, 'after'].flatMap((name) => {
        const value = search[name];
        return (typeof value === 'string' && value !== '') || typeof value === 'number'
          ? [[name, String(value)]]
          : [];
      }),
    ) as ListSearch<Filter>; // only these names are taken
