/** How much of a value may stay readable. */
export interface MaskingRule {
  readonly head: number;
  readonly tail: number;
}

/**
 * What people see of a sensitive value: `110101********1234`. At least half of it, or eight characters, are hidden; where the rule would hide less,
 * only the last character stays.
 */
export function masked(value: string, { head, tail }: MaskingRule): string {
  const hidden = value.length - head - tail;
  if (hidden < 8 && hidden * 2 < value.length) return lastOnly(value);
  return `${value.slice(0, head)}${'*'.repeat(hidden)}${value.slice(value.length - tail)}`;
}

function lastOnly(value: string): string {
  const shown = value.length > 3 ? value.slice(-1) : '';
  return `${'*'.repeat(value.length - shown.length)}${shown}`;
}
