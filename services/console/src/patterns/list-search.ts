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

/** A filter that takes certain words only, as the services want it: anything else in the address is none. */
export function oneOf<Name extends string, Word extends string>(
  name: Name,
  words: readonly Word[],
  value: string | undefined,
): { readonly [name in Name]?: Word } {
  const word = words.find((one) => one === value);
  return (word === undefined ? {} : { [name]: word }) as { readonly [name in Name]?: Word }; // this name alone
}
