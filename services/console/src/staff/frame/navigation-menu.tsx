import { Link, useRouterState } from '@tanstack/react-router';
import { Menu, type MenuProps } from 'antd';
import { useMay } from '../../session/me.ts';
import { navigation, type Way } from './navigation.tsx';
import { texts } from './texts.ts';

type Item = NonNullable<MenuProps['items']>[number];

/** The ways somebody may go. */
export function NavigationMenu({ onChosen }: { readonly onChosen?: () => void }) {
  const t = texts.use();
  const may = useMay();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const open = ({ needs }: Way) => needs === undefined || [needs].flat().some(may);
  const item = ({ label, to }: Way): Item => ({ key: to, label: <Link to={to}>{t(label)}</Link> });
  const items = navigation.flatMap((one): Item[] => {
    if (!('ways' in one)) return open(one) ? [item(one)] : [];
    const ways = one.ways.filter(open);
    return ways.length > 0
      ? [{ type: 'group', key: one.label, label: t(one.label), children: ways.map(item) }]
      : [];
  });
  return (
    <nav aria-label={t('navigation')}>
      <Menu
        mode="inline"
        items={items}
        selectedKeys={chosenWays(path)}
        {...(onChosen && { onClick: onChosen })}
        style={{ borderInlineEnd: 0 }}
      />
    </nav>
  );
}

/** The way whose address the page's begins with. */
function chosenWays(path: string): string[] {
  const ways = navigation.flatMap((one) => ('ways' in one ? one.ways : [one]));
  const chosen = ways
    .filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)))
    .toSorted((left, right) => right.to.length - left.to.length)[0];
  return chosen ? [chosen.to] : [];
}
