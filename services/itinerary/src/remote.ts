import { requireMember, type Principal } from '@yitu/access';
import { DomainError } from '@yitu/kernel';
import type { Behalf } from '@yitu/runtime';

/** Asks for a whole departure, whatever the caller's reach: that they may use the answer is checked by our own permission. */
export const onOwnAccount = (principal: Principal): Behalf => ({
  principal: { kind: 'service', service: 'itinerary', agencyId: requireMember(principal).agencyId },
});

/** The answer, with the other service's 404 turned into our own refusal. */
export async function found<Answer>(asked: Promise<Answer>, otherwise: () => DomainError): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DomainError && error.status === 404) throw otherwise();
    throw error;
  }
}
