import type { Attributes } from '@opentelemetry/api';

const keptAtMost = 2_000;

/** Labels by a key, each made once: histograms know them by their object. What a caller could invent must not be in the key. */
export function keptLabels(): (key: string, make: () => Attributes) => Attributes {
  const kept = new Map<string, Attributes>();
  return (key, make) => {
    const found = kept.get(key);
    if (found) return found;
    const made = make();
    if (kept.size < keptAtMost) kept.set(key, made);
    return made;
  };
}
