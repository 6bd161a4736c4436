/** How a character beyond the first plane may be written in JSON: in two halves. */
const half = /\\u[dD][89a-fA-F]/;

/**
 * Whether every text in a body is made of whole characters. Half of one cannot be stored: it would come back as another character, or be refused by
 * the database in the middle of the work.
 * @param body as it came; it is looked at closely only where it has halves at all
 * @param parsed the same, understood
 */
export const hasWholeTexts = (body: string, parsed: unknown): boolean => !half.test(body) || isWhole(parsed);

function isWhole(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (Array.isArray(value)) return value.every(isWhole);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, one]) => key.isWellFormed() && isWhole(one));
}
