import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../../patterns/list-search.ts';
import { frame } from '../frame/root.tsx';

/** `kind`: what is to be taken in; `import`: the one that is looked at, `rows` which of its rows. */
export const importsRoute = createRoute({
  getParentRoute: () => frame,
  path: '/imports',
  validateSearch: listSearch('kind', 'import', 'rows'),
  component: lazyRouteComponent(() => import('./imports-page.tsx'), 'ImportsPage'),
});

export const importRoutes = [importsRoute] as const;
