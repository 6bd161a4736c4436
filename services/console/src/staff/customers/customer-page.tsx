import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Customer } from '../../api/gen/crm.ts';
import { AddressTabs, type Tab } from '../../patterns/address-tabs.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay } from '../../session/me.ts';
import { BankAccounts } from './bank-accounts.tsx';
import { ChangeCustomer } from './change-customer.tsx';
import { ChangeOwner } from './change-owner.tsx';
import { CustomerOrders, OrderFor } from './customer-orders.tsx';
import { CustomerOverview } from './customer-overview.tsx';
import { EraseCustomer } from './erase-person.tsx';
import { History } from './history.tsx';
import { PerhapsTheSame } from './possible-duplicates.tsx';
import { customerRoute } from './routes.ts';
import { texts } from './texts.ts';
import { Travellers } from './travellers.tsx';

/** One customer with everything that is known of them. */
export function CustomerPage() {
  const { customerId } = customerRoute.useParams();
  const query = useQuery({
    queryKey: ['crm', 'customer', customerId],
    queryFn: ({ signal }) =>
      answer(api.crm.GET('/v1/customers/{customerId}', { params: { path: { customerId } }, signal })),
  });
  return <Loaded query={query}>{(customer) => <OneCustomer key={customer.id} customer={customer} />}</Loaded>;
}

function OneCustomer({ customer }: { readonly customer: Customer }) {
  const { tab, alike } = customerRoute.useSearch();
  const navigate = customerRoute.useNavigate();
  return (
    <Page
      title={customer.displayName}
      tags={<Tag>{texts.word(customer.category)}</Tag>}
      subtitle={texts.word(customer.kind)}
      actions={<Deeds customer={customer} />}
    >
      <PerhapsTheSame ids={alike?.split(',') ?? []} onSeen={() => void navigate({ search: {} })} />
      <AddressTabs
        tabs={useTabs(customer)}
        open={tab}
        onOpen={(key) => void navigate({ search: { tab: key }, replace: true })}
      />
    </Page>
  );
}

function useTabs(customer: Customer): Tab[] {
  const t = texts.use();
  const may = useMay();
  const tab = (key: string, label: string, open: boolean, content: Tab['content']): Tab[] =>
    open ? [{ key, label, content }] : [];
  return [
    ...tab('overview', t('overview'), true, <CustomerOverview customer={customer} />),
    ...tab('orders', t('orders'), may('booking.order.read'), <CustomerOrders customerId={customer.id} />),
    ...tab('travellers', t('travellers'), may('crm.traveller.read'), <Travellers customer={customer} />),
    ...tab(
      'accounts',
      t('accounts'),
      may('crm.bank-account.read'),
      <BankAccounts customerId={customer.id} />,
    ),
    ...tab('history', t('history'), true, <History customer={customer} />),
  ];
}

function Deeds({ customer }: { readonly customer: Customer }) {
  const t = texts.use();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  return (
    <>
      {may('crm.customer.change') && (
        <>
          <Button onClick={() => setChanging(true)}>{t('change')}</Button>
          <ChangeCustomer customer={customer} open={changing} onClose={() => setChanging(false)} />
        </>
      )}
      {may('crm.customer.assign') && may('identity.user.read') && <ChangeOwner customer={customer} />}
      {may('crm.person.erase') && <EraseCustomer customer={customer} />}
      <OrderFor customerId={customer.id} />
    </>
  );
}
