import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame/root.tsx';

const messagesRoute = createRoute({
  getParentRoute: () => frame,
  path: '/messages',
  component: lazyRouteComponent(() => import('./messages-page.tsx'), 'MessagesPage'),
});

export const messageRoutes = [messagesRoute] as const;
