import { identity } from '@yitu/contracts';
import type { Ask, Behalf } from '@yitu/runtime';
import { errors } from './errors.ts';
import { found } from './remote.ts';

export interface GuideContact {
  readonly name: string;
  /** E.164; null where none is known. */
  readonly mobile: string | null;
}

/** What itinerary asks of identity: who can be given a group. */
export interface Guides {
  /** How travellers reach a guide; null for somebody who is no longer there. @throws identity/unavailable */
  contact(behalf: Behalf, guideId: string): Promise<GuideContact | null>;
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
  contact: async (behalf, guideId) => {
    const asked = ask(identity.StaffServiceService.getStaffMember, { userId: guideId }, behalf);
    const { active, displayName: name, mobile } = await asked;
    return active ? { name, mobile: mobile || null } : null;
  },
});
