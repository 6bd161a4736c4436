import type { Member, Reach } from '@yitu/access';

/** The session variables row security reads (see tenant-table.ts), for one transaction. */
export function scopeVariables(member: Member, reach: Reach): Record<string, string> {
  const person = member.kind === 'person';
  return {
    'yitu.agency_id': member.agencyId,
    'yitu.reach': reach,
    'yitu.branch_ids': person ? member.branchIds.join(',') : '',
    'yitu.user_id': person ? member.userId : '',
  };
}
