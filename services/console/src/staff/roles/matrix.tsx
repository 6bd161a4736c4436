import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import type { Role } from '../../api/gen/identity.ts';
import { localText } from '../../format/names.ts';
import { permissionText } from '../../names/permissions.tsx';
import { texts as names } from '../../names/texts.ts';
import type { LocalText } from '../../texts/locale.ts';
import { reachOf, services, type Reach } from './rights.ts';
import { texts } from './texts.ts';

interface Permission {
  readonly permission: string;
  readonly name: LocalText;
}

interface Sought {
  readonly q?: string;
  readonly service?: string;
  readonly roles?: string;
}

/**
 * Roles × permissions, by service. A plain table: thousands of cells of a component each would hold the page up for seconds. Its names stay where they
 * are while one looks along rows and columns.
 */
export function Matrix({
  roles,
  permissions,
  search,
}: {
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
  readonly search: Sought;
}) {
  const t = texts.use();
  const chosen = search.roles?.split(',');
  const shown = chosen ? roles.filter(({ code }) => chosen.includes(code)) : roles;
  const parts = partsOf(permissions, search);
  if (parts.length === 0) return <Empty description={t('nothingFound')} />;
  return (
    // It scrolls in itself, so it can be reached by the keyboard.
    <div className="matrix" tabIndex={0} role="region" aria-label={t('title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('permission')}</th>
            {shown.map(({ code, name }) => (
              <th key={code} scope="col">
                <Link to="/roles/$roleCode" params={{ roleCode: code }} preload={false}>
                  {localText(name)}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        {parts.map(({ service, found }) => (
          <Part key={service} service={service} found={found} roles={shown} />
        ))}
      </table>
    </div>
  );
}

function partsOf(permissions: readonly Permission[], { q, service }: Sought) {
  const part = q?.toLowerCase();
  return services
    .filter((one) => !service || one === service)
    .map((one) => ({
      service: one,
      found: permissions
        .filter(
          ({ permission, name }) =>
            permission.startsWith(`${one}.`) &&
            (!part || [permission, name.zh, name.en].some((text) => text.toLowerCase().includes(part))),
        )
        .toSorted((left, right) => left.permission.localeCompare(right.permission)),
    }))
    .filter(({ found }) => found.length > 0);
}

function Part({
  service,
  found,
  roles,
}: {
  readonly service: string;
  readonly found: readonly Permission[];
  readonly roles: readonly Role[];
}) {
  return (
    <tbody>
      <tr className="matrix-service">
        <th scope="rowgroup" colSpan={roles.length + 1}>
          {names.word(service)}
        </th>
      </tr>
      {found.map(({ permission, name }) => (
        <tr key={permission}>
          <th scope="row" title={permission}>
            {permissionText(name)}
          </th>
          {roles.map((role) => (
            <Cell key={role.code} reach={reachOf(role, permission)} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Cell({ reach }: { readonly reach: Reach | undefined }) {
  return <td className={reach ?? 'none'}>{reach ? texts.word(reach) : '·'}</td>;
}
