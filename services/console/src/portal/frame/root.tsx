import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { Refusal } from '../../api/refusal.ts';
import { FailedRoute } from '../../frame/failed-route.tsx';
import { meQuery } from '../../session/me.ts';

interface Context {
  readonly queries: QueryClient;
}

export const root = createRootRouteWithContext<Context>()({ component: Outlet });

/** Everything for which a customer has to be signed in. Whoever is not goes to the sign-in, and comes back here afterwards. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'portal',
  beforeLoad: async ({ context: { queries }, location }) => {
    const me = await queries.query({ ...meQuery, staleTime: 'static' }).catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 401)
        // oxlint-disable-next-line typescript/only-throw-error -- how the router is told to go elsewhere
        throw redirect({ to: '/sign-in', search: { return: location.href } });
      throw error;
    });
    if (me.user.account === 'customer') return;
    globalThis.location.replace('/');
    await new Promise(() => undefined); // the staff's console is on its way: nothing of this page is to be seen before
  },
  errorComponent: FailedRoute,
});
