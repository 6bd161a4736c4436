import { Link, useRouterState } from '@tanstack/react-router';
import { useMay } from '../../session/me.ts';
import { navigation, type Way } from './navigation.tsx';
import { texts } from './texts.ts';

/** The ways somebody may go. */
export function NavigationMenu({ onChosen }: { readonly onChosen?: () => void }) {
  const t = texts.use();
  const may = useMay();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const chosen = chosenWay(path);
  const open = ({ needs }: Way) => needs === undefined || [needs].flat().some(may);
  const item = ({ label, to }: Way) => (
    <li key={to}>
      <Link to={to} activeProps={{}} aria-current={to === chosen ? 'page' : undefined} onClick={onChosen}>
        {t(label)}
      </Link>
    </li>
  );
  return (
    <nav aria-label={t('navigation')} className="staff-nav">
      <ul>
        {navigation.map((one) => {
          if (!('ways' in one)) return open(one) && item(one);
          const ways = one.ways.filter(open);
          return (
            ways.length > 0 && (
              <li key={one.label}>
                <span id={`ways-${one.label}`}>{t(one.label)}</span>
                <ul aria-labelledby={`ways-${one.label}`}>{ways.map(item)}</ul>
              </li>
            )
          );
        })}
      </ul>
    </nav>
  );
}

/** The way whose address the page's begins with. */
function chosenWay(path: string): string | undefined {
  const ways = navigation.flatMap((one) => ('ways' in one ? one.ways : [one]));
  return ways
    .filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)))
    .toSorted((left, right) => right.to.length - left.to.length)[0]?.to;
}
