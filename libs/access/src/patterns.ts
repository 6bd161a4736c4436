/** Patterns of permissions: `service.resource.action`, each part of which may be `*`. */

const pairs = (left: string, right: string): [string, string | undefined][] => {
  const parts = right.split('.');
  return left.split('.').map((part, index) => [part, parts[index]]);
};

const sameLength = (left: string, right: string) => left.split('.').length === right.split('.').length;

/** Whether a pattern such as `booking.*.read` covers a permission, or all that a narrower pattern covers. */
export function matches(wide: string, narrow: string): boolean {
  // Nearly all are names without a star, and each request compares dozens of them.
  if (!wide.includes('*')) return wide === narrow;
  return (
    sameLength(wide, narrow) && pairs(wide, narrow).every(([left, right]) => left === '*' || left === right)
  );
}

/** Whether two patterns have a permission in common. */
export const overlaps = (one: string, other: string): boolean =>
  sameLength(one, other) &&
  pairs(one, other).every(([left, right]) => left === '*' || right === '*' || left === right);
