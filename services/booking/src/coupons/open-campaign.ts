import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import {
  campaignFields,
  campaignView,
  CampaignView,
  checkFigures,
  Code,
  codeOf,
  CouponCampaign,
} from './campaign.ts';
import { checkOnce } from '../once.ts';
import { couponErrors } from './errors.ts';

const NewCampaign = Type.Object({
  ...campaignFields,
  codes: Type.Array(Code, { minItems: 1, maxItems: 1_000, description: 'Case does not matter' }),
});

const openCampaign = command(
  { permission: 'booking.coupon.issue' },
  async (uow, { codes, ...input }: Static<typeof NewCampaign>) => {
    checkFigures(input);
    checkOnce(codes, codeOf, '/body/codes', couponErrors.couponCodeTaken);
    const { agencyId, now: createdAt } = uow;
    const campaign = uow.add(
      uow.em.create(CouponCampaign, {
        ...{ agencyId, id: newId(), ...input, state: 'active', redeemed: 0, version: 0, createdAt },
        value: BigInt(input.value),
        cap: input.cap === undefined ? null : BigInt(input.cap),
        minimumAmount: BigInt(input.minimumAmount),
      }),
    );
    const { id: campaignId, kind, currency, validFrom, validTo, totalLimit } = campaign;
    await uow.em.flush();
    await uow.rows(
      `insert into booking.coupon_codes (agency_id, code, campaign_id) select ?, code, ? from jsonb_array_elements_text(?::jsonb) code`,
      [agencyId, campaignId, JSON.stringify(codes.map(codeOf))],
    );
    uow.publish(campaign, events.couponCampaignOpened, {
      ...{ campaignId, kind, currency, validFrom, validTo, totalLimit, codes: codes.length },
    });
    return campaignView(campaign);
  },
);

const endCampaign = command(
  { permission: 'booking.coupon.issue' },
  async (uow, { campaignId, version }: { campaignId: string; version: number }) => {
    const campaign = await uow.lock(CouponCampaign, campaignId, version);
    if (campaign.state === 'ended') throw couponErrors.campaignEnded();
    campaign.state = 'ended';
    uow.publish(campaign, events.couponCampaignEnded, { campaignId, redeemed: campaign.redeemed });
    return campaignView(campaign);
  },
);

export const openCampaignRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/coupon-campaigns',
    summary: 'Open a coupon campaign with its codes',
    access: 'booking.coupon.issue',
    body: NewCampaign,
    result: CampaignView,
    status: 201,
    handle: (call, { body }) => openCampaign(call, body),
  }),
  route({
    method: 'POST',
    path: '/v1/coupon-campaigns/:campaignId/end',
    summary: 'End a campaign: what is redeemed stays so, nothing more is',
    access: 'booking.coupon.issue',
    params: Type.Object({ campaignId: Id }),
    result: CampaignView,
    versioned: true,
    handle: (call, { params: { campaignId }, version }) => endCampaign(call, { campaignId, version }),
  }),
];
