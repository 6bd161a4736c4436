interface Found<Agency> {
  /** What was asked for: while one types, what is found is behind. */
  readonly text: string;
  readonly agencies: readonly Agency[];
}

/**
 * Which agency somebody means by what they typed and Enter: the one with that code, or the only one found by it. What is neither is no agency: a
 * choice that is kept must not be a guess.
 * @returns its code; undefined where more has to be said
 */
export function agencyMeant<Agency extends { readonly code: string }>(
  typed: string,
  found: Found<Agency> | undefined,
): string | undefined {
  const text = typed.trim();
  if (!found || text === '') return undefined;
  const exact = found.agencies.find(({ code }) => code === text.toLowerCase());
  if (exact) return exact.code;
  const [only, ...others] = found.text === text ? found.agencies : [];
  return others.length === 0 ? only?.code : undefined;
}
