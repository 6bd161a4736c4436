import type { Doors } from '@yitu/runtime';
import { openCampaignRoutes } from './open-campaign.ts';
import { readCampaignRoutes } from './read-campaigns.ts';

export const couponsDoors = (): Doors => ({
  routes: [...openCampaignRoutes(), ...readCampaignRoutes()],
  rpcs: [],
  reactions: [],
});
