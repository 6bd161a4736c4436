export const certificateStates = ['valid', 'expiring', 'expired', 'missing'] as const;

/**
 * How a certificate stands.
 * @param daysLeft until its last day, 0 on that day; null where there is none @param within days that count as soon
 */
export function stateOf(daysLeft: number | null, within = 30): (typeof certificateStates)[number] {
  if (daysLeft === null) return 'missing';
  if (daysLeft < 0) return 'expired';
  return daysLeft <= within ? 'expiring' : 'valid';
}
