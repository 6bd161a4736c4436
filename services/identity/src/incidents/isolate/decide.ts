import { incidentErrors } from '../errors.ts';

/** What is known when an account is to be isolated. */
export interface Isolation {
  readonly actorId: string;
  readonly userId: string;
  readonly active: boolean;
  /** Whether another incident keeps the account suspended. */
  readonly isolatedElsewhere: boolean;
}

/** Nobody locks themselves out. @throws identity/not-isolating-yourself */
export function refuseOneself({ actorId, userId }: Pick<Isolation, 'actorId' | 'userId'>): void {
  if (actorId === userId) throw incidentErrors.notIsolatingYourself();
}

/**
 * Whether an account may be suspended for an incident.
 * @returns whether it has to be: another incident may have done so already @throws identity/not-isolating-yourself, already-suspended
 */
export function decideSuspension(isolation: Isolation): boolean {
  refuseOneself(isolation);
  const { active, isolatedElsewhere } = isolation;
  if (!active && !isolatedElsewhere) throw incidentErrors.alreadySuspended();
  return active;
}
