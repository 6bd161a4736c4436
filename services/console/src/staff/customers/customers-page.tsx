import { PlusOutlined, UploadOutlined } from '../../patterns/icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Customer } from '../../api/gen/crm.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName, UserName } from '../../names/names.tsx';
import { later } from '../../patterns/later.tsx';
import { LinkButton } from '../../patterns/link-button.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { customersRoute } from './routes.ts';
import { texts } from './texts.ts';

const EnterCustomer = later(async () => (await import('./enter-customer.tsx')).EnterCustomer);
const FindByNumber = later(async () => (await import('./find-by-number.tsx')).FindByNumber);

/** Every customer within reach: found by name (pinyin too), phone or e-mail. */
export function CustomersPage() {
  const t = texts.use();
  const may = useMay();
  const search = customersRoute.useSearch();
  const navigate = customersRoute.useNavigate();
  const [entering, setEntering] = useState(false);
  const [finding, setFinding] = useState(false);
  const enter = may('crm.customer.enter') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEntering(true)}>
      {t('enter')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {(may('crm.document.search') || may('crm.bank-account.search')) && (
            <Button onClick={() => setFinding(true)}>{t('findByNumber')}</Button>
          )}
          <FindByNumber open={finding} onClose={() => setFinding(false)} />
          {may('crm.import.start') && may('crm.customer.enter') && (
            <LinkButton icon={<UploadOutlined />} to="/imports" search={{ kind: 'customers' }}>
              {t('takeIn')}
            </LinkButton>
          )}
          {enter}
        </>
      }
    >
      <List
        label={t('title')}
        queryKey={['crm', 'customer']}
        load={async (query, signal) => {
          const { customers, next } = await answer(
            api.crm.GET('/v1/customers', { params: { query: { ...query, limit: pageSize } }, signal }),
          );
          return { rows: customers, next };
        }}
        columns={useColumns()}
        filters={[
          { name: 'q', label: t('name') },
          { name: 'phone', label: t('phone') },
          { name: 'email', label: t('email') },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <EnterCustomer open={entering} onClose={() => setEntering(false)} />
    </Page>
  );
}

function useColumns(): Column<Customer>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    {
      title: t('name'),
      render: (_, { id, displayName }) => (
        <Link to="/customers/$customerId" params={{ customerId: id }}>
          {displayName}
        </Link>
      ),
    },
    { title: t('kind'), render: (_, { kind }) => texts.word(kind) },
    { title: t('phone'), render: (_, { phone }) => phone ?? '—' },
    { title: t('email'), render: (_, { email }) => email ?? '—' },
    { title: t('category'), render: (_, { category }) => <Tag>{texts.word(category)}</Tag> },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: t('owner'), render: (_, { ownerId }) => <UserName id={ownerId} /> },
    { title: t('createdAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
  ];
}
