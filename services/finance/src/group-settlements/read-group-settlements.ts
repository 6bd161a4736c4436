import { query, requestErrors } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import {
  GroupSettlement,
  groupSettlementView,
  GroupSettlementView,
  SettlementPosting,
  SettlementShare,
} from './group-settlement.ts';

/** The settlement as far as the caller may see it: who sees no branch that took part sees no settlement. */
const getGroupSettlement = query(
  { permission: 'finance.group-settlement.read' },
  async (uow, departureId: string) => {
    const settlement = await uow.get(GroupSettlement, { departureId });
    const shares = await uow.find(SettlementShare, { groupSettlementId: settlement.id });
    const postings = await uow.find(SettlementPosting, { groupSettlementId: settlement.id });
    if (shares.length + postings.length === 0) throw requestErrors.notFound();
    return groupSettlementView(settlement, shares, postings);
  },
);

export const getGroupSettlementRoute = () =>
  route({
    method: 'GET',
    path: '/v1/group-settlements/:departureId',
    summary: 'The settlement of a departure with its shares and voucher numbers',
    access: 'finance.group-settlement.read',
    params: Type.Object({ departureId: Id }),
    result: GroupSettlementView,
    handle: (call, { params }) => getGroupSettlement(call, params.departureId),
  });
