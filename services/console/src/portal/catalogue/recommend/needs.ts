/** What somebody needs, as the address says it. */
export interface NeedsSearch {
  readonly city?: string;
  /** Themes, separated by commas. */
  readonly themes?: string;
  readonly from?: string;
  readonly until?: string;
  readonly days?: string;
  readonly budget?: string;
  readonly lodging?: string;
  readonly transport?: string;
}

const names = ['city', 'themes', 'from', 'until', 'days', 'budget', 'lodging', 'transport'] as const;

/** Known needs only, as texts. */
export const readNeeds = (search: Record<string, unknown>): NeedsSearch =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      const text = typeof value === 'number' ? String(value) : value;
      return typeof text === 'string' && text.trim() !== '' ? [[name, text.trim()]] : [];
    }),
  );

export const lodgings = ['hostel', 'guesthouse', 'economy', 'comfort', 'upscale', 'luxury'] as const;
export const transports = ['coach', 'car', 'flight', 'train', 'high-speed-rail', 'ferry', 'cruise'] as const;
