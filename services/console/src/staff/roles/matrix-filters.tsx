import { Form, Input, Select } from 'antd';
import type { Role } from '../../api/gen/identity.ts';
import { localText } from '../../format/names.ts';
import { texts as names } from '../../names/texts.ts';
import { rolesRoute } from './routes.ts';
import { services } from './rights.ts';
import { texts } from './texts.ts';

/** What of the matrix is shown: a part of a permission's name, a service, some roles. */
export function MatrixFilters({ roles }: { readonly roles: readonly Role[] }) {
  const t = texts.use();
  const search = rolesRoute.useSearch();
  const navigate = rolesRoute.useNavigate();
  const choose = (name: 'q' | 'service' | 'roles', value: string) =>
    void navigate({
      search: (before) => {
        const { [name]: _old, ...others } = before;
        return value ? { ...others, [name]: value } : others;
      },
      replace: true,
    });
  return (
    <Form layout="inline" role="search" requiredMark={false} className="filters filter-bar">
      <Form.Item label={t('permission')} htmlFor="filter-q">
        <Input.Search
          key={search.q ?? ''}
          id="filter-q"
          defaultValue={search.q ?? ''}
          allowClear
          onSearch={(text) => choose('q', text.trim())}
        />
      </Form.Item>
      <Form.Item label={t('service')} htmlFor="filter-service">
        <Select<string>
          id="filter-service"
          allowClear
          value={search.service ?? null}
          options={services.map((value) => ({ value, label: names.word(value) }))}
          onChange={(value) => choose('service', value ?? '')}
          className="filter-select"
        />
      </Form.Item>
      <Form.Item label={t('roles')} htmlFor="filter-roles">
        <Select<string[]>
          id="filter-roles"
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          value={search.roles?.split(',') ?? []}
          options={roles.map(({ code, name }) => ({ value: code, label: localText(name) }))}
          onChange={(codes) => choose('roles', codes.join(','))}
          style={{ minWidth: 240 }}
        />
      </Form.Item>
    </Form>
  );
}
