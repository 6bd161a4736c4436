import { createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { queries } from '../frame/app.tsx';
import { FailedRoute } from '../frame/failed-route.tsx';
import { Waiting } from '../patterns/loaded.tsx';
import { accountRoutes } from './account/routes.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { frame, root } from './frame/root.tsx';
import { guideRoutes } from './guides/routes.ts';
import { messageRoutes } from './messages/routes.ts';
import { NotFound } from './not-found.tsx';
import { orderingRoutes } from './ordering/routes.ts';
import { orderRoutes } from './orders/routes.ts';
import { quotationRoutes } from './quotations/routes.ts';
import { registerRoute } from './registration/routes.ts';
import { tripRoutes } from './trips/routes.ts';
import { waitingRoutes } from './waiting/routes.ts';
import { signInRoute } from './sign-in-route.ts';

frame.update({ component: lazyRouteComponent(() => import('./frame/portal-frame.tsx'), 'PortalFrame') });

const tree = root.addChildren([
  signInRoute,
  registerRoute,
  frame.addChildren([
    ...catalogueRoutes,
    ...guideRoutes,
    ...orderingRoutes,
    ...orderRoutes,
    ...quotationRoutes,
    ...waitingRoutes,
    ...tripRoutes,
    ...messageRoutes,
    ...accountRoutes,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  basepath: '/portal',
  // Texts alone, as they are: nobody wants quotes and brackets in an address they send to somebody.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const texts = Object.entries(search).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    return texts.length === 0 ? '' : `?${new URLSearchParams(texts).toString()}`;
  },
  context: { queries },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0, // what is known of the data is the queries' business
  defaultPendingComponent: Waiting,
  defaultErrorComponent: FailedRoute,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

export type PortalRouter = typeof router;
