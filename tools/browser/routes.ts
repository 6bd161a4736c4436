import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const pages = join(import.meta.dirname, '../../services/console/src');
const declared = /\bpath: '(\/[^']*)'/g;

/** The routes of the console (staff's at `/`, customers' below `/portal`), as their source declares them: `/orders/$orderId`. */
export function declaredRoutes(): string[] {
  const found = ['staff', 'portal'].flatMap((part) =>
    globSync(`${part}/**/{routes,route,*-route}.ts`, { cwd: pages }).flatMap((file) =>
      [...readFileSync(join(pages, file), 'utf8').matchAll(declared)].map(([, path = '']) =>
        part === 'staff' ? path : `/portal${path === '/' ? '' : path}`,
      ),
    ),
  );
  return [...new Set(found)].toSorted();
}

/** The route an address belongs to: the one with the most words of its own. @param address within the application, with or without a question */
export function routeOf(address: string, routes: readonly string[]): string | undefined {
  const [path = ''] = address.split(/[?#]/, 1);
  const parts = path.split('/');
  const fits = (route: string) => {
    const words = route.split('/');
    return (
      words.length === parts.length &&
      words.every((word, index) => word.startsWith('$') || word === parts[index])
    );
  };
  const named = (route: string) => route.split('/').filter((word) => !word.startsWith('$')).length;
  return routes.filter(fits).toSorted((left, right) => named(right) - named(left))[0];
}
