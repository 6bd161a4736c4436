import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

export const campaignsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/coupon-campaigns',
  validateSearch: listSearch(),
  component: lazyRouteComponent(() => import('./campaigns-page.tsx'), 'CampaignsPage'),
});

export const campaignRoute = createRoute({
  getParentRoute: () => frame,
  path: '/coupon-campaigns/$campaignId',
  component: lazyRouteComponent(() => import('./campaign-page.tsx'), 'CampaignPage'),
});

export const couponRoutes = [campaignsRoute, campaignRoute] as const;
