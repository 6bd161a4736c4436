import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { campaignView, CampaignView, CouponCampaign } from './campaign.ts';

const Query = Type.Object(page);

const listCampaigns = query(
  { permission: 'booking.coupon.read' },
  async (uow, { limit, after }: Static<typeof Query>) => {
    const where = { agencyId: uow.agencyId, ...(after && { id: { $lt: after } }) };
    const rows = await uow.em.find(CouponCampaign, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { campaigns: items.map(campaignView), next };
  },
);

const CampaignDetail = Type.Object(
  {
    ...CampaignView.properties,
    codes: Type.Array(Type.Object({ code: Type.String(), redeemed: Type.Integer() })),
  },
  { title: 'CouponCampaignDetail' },
);

const getCampaign = query({ permission: 'booking.coupon.read', oneState: true }, async (uow, id: string) => ({
  ...campaignView(await uow.get(CouponCampaign, id)),
  codes: await uow.rows<{ code: string; redeemed: number }>(
    'select code, redeemed from booking.coupon_codes where agency_id = ? and campaign_id = ? order by code',
    [uow.agencyId, id],
  ),
}));

export const readCampaignRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/coupon-campaigns',
    summary: 'Coupon campaigns, newest first',
    access: 'booking.coupon.read',
    query: Query,
    result: Type.Object({ campaigns: Type.Array(CampaignView), next: Next }),
    handle: (call, { query: input }) => listCampaigns(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/coupon-campaigns/:campaignId',
    summary: 'One campaign with its codes and how often each was redeemed',
    access: 'booking.coupon.read',
    params: Type.Object({ campaignId: Id }),
    result: CampaignDetail,
    handle: (call, { params }) => getCampaign(call, params.campaignId),
  }),
];
