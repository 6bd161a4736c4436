import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Flex, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { useMay } from '../../session/me.ts';
import { EnterCustomer } from '../customers/enter-customer.tsx';
import { customerQuery } from './queries.ts';
import { texts } from './texts.ts';

/** Chooses a customer by a part of the name or the whole phone number, or enters a new one. */
export function CustomerSelect({
  value,
  onChange,
  id,
}: {
  readonly value?: string | undefined;
  readonly onChange?: (customerId: string | undefined) => void;
  readonly id?: string;
}) {
  const t = texts.use();
  const may = useMay();
  const [typed, setTyped] = useState('');
  const [entering, setEntering] = useState(false);
  const words = useDeferredValue(typed.trim());
  const chosen = useQuery({ ...customerQuery(value ?? ''), enabled: value !== undefined }).data;
  const found = useQuery({
    queryKey: ['crm', 'customer', 'search', words],
    enabled: words.length > 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answer(
        api.crm.GET('/v1/customers', {
          params: { query: { ...(/^\+?\d{6,}$/.test(words) ? { phone: words } : { q: words }), limit: 20 } },
          signal,
        }),
      ),
  });
  const customers = words ? (found.data?.customers ?? []) : chosen ? [chosen] : [];
  return (
    <Flex gap="small" wrap>
      <Select
        {...(id && { id })}
        aria-label={t('customer')}
        placeholder={t('findCustomer')}
        value={value ?? null}
        allowClear
        loading={found.isFetching}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={customers.map(({ id: one, displayName, phone }) => ({
          value: one,
          label: phone ? `${displayName} · ${phone}` : displayName,
        }))}
        notFoundContent={words && !found.isFetching ? t('nobodyFound') : null}
        onChange={(customer?: string) => {
          setTyped('');
          onChange?.(customer ?? undefined);
        }}
        style={{ minWidth: 260, flex: 1 }}
      />
      {may('crm.customer.enter') && (
        <Button icon={<PlusOutlined />} onClick={() => setEntering(true)}>
          {t('newCustomer')}
        </Button>
      )}
      <EnterCustomer
        open={entering}
        onClose={() => setEntering(false)}
        onEntered={(customerId) => onChange?.(customerId)}
      />
    </Flex>
  );
}
