import type { Api } from '../../story/api.ts';

/** A franchise branch that sells on credit, with its customer. */
export interface CreditedBranch {
  readonly id: string;
  readonly customerId: string;
}

/** Twelve seats, in minor units: its orders come to it again and again, and most of them are within it. */
const limit = { amount: '816000', currency: 'CNY' };

/** Opens a franchise branch below another one. */
export async function openFranchise(administrator: Api, parentId: string): Promise<string> {
  const branch = { code: 'FR', kind: 'franchise', parentId, name: { zh: '加盟店', en: 'Franchise' } };
  const { id } = await administrator.post<{ id: string }>('/api/identity/v1/branches', branch);
  return id;
}

/** Gives it credit: one of finance proposes the limit, another approves it. */
export async function giveCredit(proposer: Api, approver: Api, branchId: string): Promise<void> {
  const limits = '/api/booking/v1/credit-limits';
  const { id, version } = await proposer.post<{ id: string; version: number }>(limits, { branchId, limit });
  await approver.post(`${limits}/${id}/approval`, {}, version);
}
