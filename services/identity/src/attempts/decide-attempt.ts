/** How often an account, a device or an address has failed. */
export interface Counter {
  readonly failures: number;
  readonly lastAt: Temporal.Instant;
  readonly blockedUntil: Temporal.Instant | null;
}

/** How many failures pass, and how long each further one makes wait: twice as long as the one before. */
export interface Rule {
  readonly free: number;
  readonly firstDelaySeconds: number;
  readonly longestDelaySeconds: number;
  /** Failures count no more after this much time without another one. */
  readonly forgottenAfterSeconds: number;
}

const hour = 3_600;

/** One account from one network address: whoever guesses there makes only that address wait. */
export const fromAddress: Rule = {
  free: 8,
  firstDelaySeconds: 5,
  longestDelaySeconds: 900,
  forgottenAfterSeconds: hour,
};

/** An account that many addresses guess at lets each of them fail once. The owner, who knows the password, still gets in from anywhere. */
export const fromAddressUnderAttack: Rule = { ...fromAddress, free: 1 };

/** A device its owner signed in with before has a counter of its own, which nobody else's failures touch. */
export const fromKnownDevice: Rule = { ...fromAddress, free: 10, longestDelaySeconds: 300 };

/** All accounts of an agency from one address: an office fails together, so the wait is short. */
export const ofAddress: Rule = {
  free: 100,
  firstDelaySeconds: 1,
  longestDelaySeconds: 60,
  forgottenAfterSeconds: hour / 4,
};

/** Second factors are asked for where the password was right, so few tries are enough for anybody. */
export const ofSecondFactor: Rule = { ...fromAddress, free: 5 };

/** An account that fails this often within an hour, from wherever, is being guessed at. */
export const attack = { failures: 50, windowSeconds: hour };

/** An agency that fails this often within five minutes is told so. */
export const burst = { failures: 50, windowSeconds: 300 };

/**
 * Counts an attempt before it is made, as if it failed: whoever tries a thousand at once gets no more than the rule allows.
 * @returns the counter with this attempt, or for how many seconds it is refused (at least one)
 */
export function decideAttempt(
  counter: Counter | undefined,
  rule: Rule,
  now: Temporal.Instant,
): { refusedForSeconds: number } | (Counter & { refusedForSeconds?: never }) {
  const current = counter && isRemembered(counter, rule, now) ? counter : undefined;
  if (current?.blockedUntil && Temporal.Instant.compare(now, current.blockedUntil) < 0)
    return { refusedForSeconds: Math.ceil(secondsBetween(now, current.blockedUntil)) };
  const failures = (current?.failures ?? 0) + 1;
  const delay = delayAfter(failures, rule);
  return { failures, lastAt: now, blockedUntil: delay > 0 ? now.add({ seconds: delay }) : null };
}

/** An attempt that did not fail after all, where others' failures still count. */
export function withoutOne(counter: Counter, rule: Rule): Counter {
  const failures = Math.max(0, counter.failures - 1);
  return { ...counter, failures, blockedUntil: failures < rule.free ? null : counter.blockedUntil };
}

/** Seconds to wait after a number of failures. */
export function delayAfter(failures: number, rule: Rule): number {
  if (failures < rule.free) return 0;
  const doublings = Math.min(failures - rule.free, 30);
  return Math.min(rule.firstDelaySeconds * 2 ** doublings, rule.longestDelaySeconds);
}

/** A wait that is longer than the memory is waited for all the same. */
const isRemembered = ({ lastAt, blockedUntil }: Counter, rule: Rule, now: Temporal.Instant) =>
  secondsBetween(lastAt, now) < rule.forgottenAfterSeconds ||
  (blockedUntil !== null && Temporal.Instant.compare(now, blockedUntil) < 0);

const secondsBetween = (from: Temporal.Instant, to: Temporal.Instant) =>
  (to.epochMilliseconds - from.epochMilliseconds) / 1_000;
