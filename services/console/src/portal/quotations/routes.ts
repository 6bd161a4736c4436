import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame/root.tsx';

const quotationsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/quotations',
  component: lazyRouteComponent(() => import('./quotations-page.tsx'), 'QuotationsPage'),
});

export const askRoute = createRoute({
  getParentRoute: () => frame,
  path: '/quotations/ask',
  /** What it is asked for: a product, one of its departures, or what somebody has in mind. */
  validateSearch: ({ product }: Record<string, unknown>): { product?: string } =>
    typeof product === 'string' ? { product } : {},
  component: lazyRouteComponent(() => import('./ask-page.tsx'), 'AskPage'),
});

export const quotationRoute = createRoute({
  getParentRoute: () => frame,
  path: '/quotations/$quotationId',
  component: lazyRouteComponent(() => import('./quotation-page.tsx'), 'QuotationPage'),
});

export const quotationRoutes = [quotationsRoute, askRoute, quotationRoute] as const;
