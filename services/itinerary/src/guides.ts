import { identity } from '@yitu/contracts';
import type { Ask, Behalf } from '@yitu/runtime';
import { errors } from './errors.ts';
import { found } from './remote.ts';

/** What itinerary asks of identity: who can be given a group. */
export interface Guides {
  /** @throws itinerary/no-such-guide, itinerary/not-a-guide, identity/unavailable */
  check(behalf: Behalf, guideId: string): Promise<void>;
}

/** Guides as identity tells of them over gRPC. */
export const guidesOf = (ask: Ask): Guides => ({
  check: async (behalf, guideId) => {
    const asked = ask(identity.StaffServiceService.getStaffMember, { userId: guideId }, behalf);
    const { roles, active } = await found(asked, errors.noSuchGuide);
    if (!active || !roles.includes('guide')) throw errors.notAGuide();
  },
});
