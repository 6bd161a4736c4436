import { useQuery } from '@tanstack/react-query';
import { Button, Card, Form, Tag } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Customer } from '../../api/gen/crm.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName, UserName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { CustomerFields, type CustomerForm } from './customer-fields.tsx';
import { customerRoute } from './routes.ts';
import { texts } from './texts.ts';

/** One customer with everything that is known of them. */
export function CustomerPage() {
  const { customerId } = customerRoute.useParams();
  const query = useQuery({
    queryKey: ['crm', 'customer', customerId],
    queryFn: ({ signal }) =>
      answer(api.crm.GET('/v1/customers/{customerId}', { params: { path: { customerId } }, signal })),
  });
  return <Loaded query={query}>{(customer) => <OneCustomer customer={customer} />}</Loaded>;
}

function OneCustomer({ customer }: { readonly customer: Customer }) {
  const t = texts.use();
  const may = useMay();
  const [changingIt, setChanging] = useState(false);
  const change = may('crm.customer.change') && (
    <Button onClick={() => setChanging(true)}>{t('change')}</Button>
  );
  return (
    <Page
      title={customer.displayName}
      tags={<Tag>{texts.word(customer.category)}</Tag>}
      subtitle={texts.word(customer.kind)}
      actions={change}
    >
      <Card title={t('overview')}>
        <CustomerFacts customer={customer} />
      </Card>
      <ChangeCustomer customer={customer} open={changingIt} onClose={() => setChanging(false)} />
    </Page>
  );
}

function CustomerFacts({ customer }: { readonly customer: Customer }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return (
    <Facts
      of={[
        [t('phone'), customer.phone],
        [t('email'), customer.email],
        [t('gender'), customer.gender && texts.word(customer.gender)],
        [t('birthDate'), customer.birthDate],
        [t('occupation'), customer.occupation],
        [t('address'), customer.address],
        [t('source'), texts.word(customer.source)],
        [t('language'), texts.word(customer.locale)],
        [t('branch'), <BranchName key="branch" id={customer.branchId} />],
        [t('owner'), <UserName key="owner" id={customer.ownerId} />],
        [t('createdAt'), instantText(customer.createdAt, timeZone)],
      ]}
    />
  );
}

function ChangeCustomer({
  customer,
  open,
  onClose,
}: {
  readonly customer: Customer;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<CustomerForm>();
  const { id: customerId, version } = customer;
  const change = useChange(
    ({ kind: _fixed, ...body }: CustomerForm, key) =>
      answer(
        api.crm.PATCH('/v1/customers/{customerId}', {
          params: { path: { customerId } },
          body,
          headers: changing(key, version),
        }),
      ),
    { touches: [['crm', 'customer']], done: t('changed') },
  );
  return (
    <FormDrawer
      title={t('change')}
      name={`change-customer-${customerId}`}
      {...{ open, onClose, form, change }}
      initial={customer}
    >
      <CustomerFields />
    </FormDrawer>
  );
}
