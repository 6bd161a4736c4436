import { PlusOutlined } from '../../patterns/icons.tsx';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { usePermissionNames, useRoles } from '../../names/roles.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay } from '../../session/me.ts';
import { MatrixFilters } from './matrix-filters.tsx';
import { CopyRole } from './copy-role.tsx';
import { Matrix } from './matrix.tsx';
import { rolesRoute } from './routes.ts';
import { texts } from './texts.ts';

/** Who may do what: every role against every permission. */
export function RolesPage() {
  const t = texts.use();
  const may = useMay();
  const [copying, setCopying] = useState(false);
  const roles = useRoles();
  const permissions = usePermissionNames();
  const search = rolesRoute.useSearch();
  const create = may('identity.role.change') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCopying(true)}>
      {t('newRole')}
    </Button>
  );
  return (
    <Page title={t('title')} subtitle={t('why')} actions={create}>
      <Card className="list-card">
        <MatrixFilters roles={roles.data ?? []} />
        <Loaded query={roles}>
          {(found) => (
            <Loaded query={permissions}>
              {(names) => <Matrix roles={found} permissions={names} search={search} />}
            </Loaded>
          )}
        </Loaded>
      </Card>
      <CopyRole open={copying} onClose={() => setCopying(false)} />
    </Page>
  );
}
