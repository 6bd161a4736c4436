import type { DeskSearch } from './desk-state.ts';
import { listOf } from './desk-state.ts';
import { minorUnitsOf } from '../../format/money.ts';
import { kinds, lodgings, transports } from '../../names/product-words.ts';

export const sorts = ['newest', 'price', 'price-descending', 'days'] as const;

const known = <Word extends string>(text: string | undefined, words: readonly Word[]): Word[] =>
  listOf(text).flatMap((one) => words.find((word) => word === one) ?? []);

const some = <Name extends string, Value>(name: Name, list: readonly Value[]) =>
  (list.length > 0 ? { [name]: [...list] } : {}) as { [name in Name]?: Value[] }; // that one name or none

/** What products are asked for by, as an address says it. @param currency of the budget */
export function productQuery(search: DeskSearch, currency: string) {
  const { text, departsFrom, departsUntil, budget } = search;
  const amount = budget ? minorUnitsOf(budget, currency) : undefined;
  return {
    ...(text && { text }),
    ...some('kind', known(search.kind, kinds)),
    ...some('country', listOf(search.country)),
    ...some('city', listOf(search.city)),
    ...some('theme', listOf(search.theme)),
    ...some('transport', known(search.transport, transports)),
    ...some('lodging', known(search.lodging, lodgings)),
    ...(departsFrom && { departsFrom }),
    ...(departsUntil && { departsUntil }),
    ...(amount && { budget: amount, currency }),
  };
}

export const sortOf = ({ sort }: DeskSearch): (typeof sorts)[number] =>
  sorts.find((one) => one === sort) ?? 'newest';
