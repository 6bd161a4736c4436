import { createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { queries } from '../frame/app.tsx';
import { Failed, Waiting } from '../patterns/loaded.tsx';
import { customerRoutes } from './customers/routes.ts';
import { frame, root } from './frame/root.tsx';
import { homeRoute } from './home/route.ts';
import { NotFound } from './not-found.tsx';
import { accountRoutes } from './account/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { importRoutes } from './imports/routes.ts';
import { incidentRoutes } from './incidents/routes.ts';
import { trainingRoutes } from './training/routes.ts';
import { quarantineRoutes } from './quarantine/routes.ts';
import { branchRoutes } from './branches/routes.ts';
import { clientRoutes } from './clients/routes.ts';
import { roleRoutes } from './roles/routes.ts';
import { securityRoutes } from './security/routes.ts';
import { userRoutes } from './users/routes.ts';
import { signInRoute } from './sign-in-route.ts';

frame.update({ component: lazyRouteComponent(() => import('./frame/staff-frame.tsx'), 'StaffFrame') });

const tree = root.addChildren([
  signInRoute,
  frame.addChildren([
    homeRoute,
    ...customerRoutes,
    ...userRoutes,
    ...roleRoutes,
    ...branchRoutes,
    ...clientRoutes,
    ...securityRoutes,
    ...accountRoutes,
    ...importRoutes,
    ...auditRoutes,
    ...incidentRoutes,
    ...trainingRoutes,
    ...quarantineRoutes,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  context: { queries },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0, // what is known of the data is the queries' business
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ({ error, reset }) => <Failed problem={error} onRetry={reset} />,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
