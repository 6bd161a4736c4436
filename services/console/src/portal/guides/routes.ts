import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame/root.tsx';

export const guidesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/guides',
  validateSearch: (search: Record<string, unknown>): { kind?: 'guide' | 'news'; city?: string } => ({
    ...((search['kind'] === 'guide' || search['kind'] === 'news') && { kind: search['kind'] }),
    ...(typeof search['city'] === 'string' && search['city'] !== '' && { city: search['city'] }),
  }),
  component: lazyRouteComponent(() => import('./guides-page.tsx'), 'GuidesPage'),
});

export const guideRoute = createRoute({
  getParentRoute: () => frame,
  path: '/guides/$articleId',
  component: lazyRouteComponent(() => import('./guide-page.tsx'), 'GuidePage'),
});

export const guideRoutes = [guidesRoute, guideRoute] as const;
