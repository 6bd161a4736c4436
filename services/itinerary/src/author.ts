import type { UnitOfWork } from '@yitu/persistence';

/** Whose something new is: the acting person's, in their branch. Row security goes by these columns. */
export function authorship({ member, agencyId }: UnitOfWork): {
  agencyId: string;
  branchId: string;
  authorId: string;
} {
  if (member.kind !== 'person') throw new Error('this is made by persons');
  return { agencyId, branchId: member.branchId, authorId: member.userId };
}
