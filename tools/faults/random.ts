/** Numbers that look random and are the same for the same seed: a run can be repeated. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** An item by its weight. */
  weighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
  /** Another source that depends on this seed and on the name alone, whatever this one has given already. */
  of(name: string): Random;
}

/** Mulberry32: 32 bits of state are enough for a schedule. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    pick: (items) => present(items[between(0, items.length - 1)]),
    weighted: (items) => {
      let left = next() * items.reduce((sum, { weight }) => sum + weight, 0);
      return present(items.find(({ weight }) => (left -= weight) < 0) ?? items.at(-1));
    },
    shuffled: (items) =>
      items
        .map((item) => ({ item, at: next() }))
        .toSorted((left, right) => left.at - right.at)
        .map(({ item }) => item),
    of: (name) => randomOf(hash(`${seed} ${name}`)),
  };
}

/** FNV-1a. */
const hash = (text: string) =>
  Buffer.from(text).reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5);

function present<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
}
