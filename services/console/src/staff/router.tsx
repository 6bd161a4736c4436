import { createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { queries } from '../frame/app.tsx';
import { Failed, Waiting } from '../patterns/loaded.tsx';
import { allotmentRoutes } from './allotments/routes.ts';
import { customerRoutes } from './customers/routes.ts';
import { departureRoutes } from './departures/routes.ts';
import { deskRoutes } from './desk/routes.ts';
import { frame, root } from './frame/root.tsx';
import { homeRoute } from './home/route.ts';
import { NotFound } from './not-found.tsx';
import { orderRoutes } from './orders/routes.ts';
import { productRoutes } from './products/routes.ts';
import { quotationRoutes } from './quotations/routes.ts';
import { reviewRoutes } from './reviews/routes.ts';
import { signInRoute } from './sign-in-route.ts';
import { supplierRoutes } from './suppliers/routes.ts';

frame.update({ component: lazyRouteComponent(() => import('./frame/staff-frame.tsx'), 'StaffFrame') });

const tree = root.addChildren([
  signInRoute,
  frame.addChildren([
    homeRoute,
    ...customerRoutes,
    ...orderRoutes,
    ...departureRoutes,
    ...deskRoutes,
    ...productRoutes,
    ...quotationRoutes,
    ...reviewRoutes,
    ...supplierRoutes,
    ...allotmentRoutes,
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
