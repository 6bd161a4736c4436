import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame/root.tsx';

const templatesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/templates',
  component: lazyRouteComponent(() => import('./templates-page.tsx'), 'TemplatesPage'),
});

export const templateRoute = createRoute({
  getParentRoute: () => frame,
  path: '/templates/$key/$locale',
  component: lazyRouteComponent(() => import('./template-page.tsx'), 'TemplatePage'),
});

export const templateRoutes = [templatesRoute, templateRoute] as const;
