import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Flex, Form, Input, Table } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { BankAccount } from '../../api/gen/crm.ts';
import { Confirm } from '../../patterns/confirm.tsx';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Reveal } from '../../patterns/reveal.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { texts } from './texts.ts';

/** Bank accounts of a customer, which refunds go to; masked as documents are. */
export function BankAccounts({ customerId }: { readonly customerId: string }) {
  const t = texts.use();
  const may = useMay();
  const [entering, setEntering] = useState<BankAccount | null>();
  const query = useQuery({
    queryKey: ['crm', 'bank-account', customerId],
    queryFn: async ({ signal }) => {
      const params = { path: { customerId }, query: { limit: 50 } };
      return (await answer(api.crm.GET('/v1/customers/{customerId}/bank-accounts', { params, signal })))
        .bankAccounts;
    },
  });
  const enter = may('crm.bank-account.enter') && (
    <Button type="primary" onClick={() => setEntering(null)}>
      {t('enterAccount')}
    </Button>
  );
  return (
    <Card title={t('accounts')} extra={enter}>
      <Loaded query={query}>
        {(accounts) =>
          accounts.length === 0 ? (
            <Empty description={t('noAccounts')} />
          ) : (
            <AccountTable accounts={accounts} onChange={setEntering} />
          )
        }
      </Loaded>
      <AccountForm customerId={customerId} account={entering} onClose={() => setEntering(undefined)} />
    </Card>
  );
}

function AccountTable({
  accounts,
  onChange,
}: {
  readonly accounts: readonly BankAccount[];
  readonly onChange: (account: BankAccount) => void;
}) {
  const t = texts.use();
  const may = useMay();
  return (
    <Table<BankAccount>
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={accounts}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('holder'), dataIndex: 'holder' },
        { title: t('bank'), dataIndex: 'bank' },
        { title: t('accountNumber'), render: (_, account) => <AccountNumber account={account} /> },
        {
          title: t('deeds'),
          hidden: !may('crm.bank-account.change') && !may('crm.bank-account.remove'),
          render: (_, account) => (
            <Flex gap="small">
              {may('crm.bank-account.change') && (
                <Button size="small" onClick={() => onChange(account)}>
                  {t('change')}
                </Button>
              )}
              {may('crm.bank-account.remove') && <RemoveAccount account={account} />}
            </Flex>
          ),
        },
      ]}
    />
  );
}

const pathOf = ({ customerId, id: bankAccountId }: BankAccount) => ({ path: { customerId, bankAccountId } });

function AccountNumber({ account }: { readonly account: BankAccount }) {
  const may = useMay();
  return (
    <Reveal
      masked={account.maskedNumber}
      label={account.bank}
      reveal={
        may('crm.bank-account.reveal') &&
        (async (reason, key) => {
          const path = '/v1/customers/{customerId}/bank-accounts/{bankAccountId}/reveals';
          const params = pathOf(account);
          const call = api.crm.POST(path, { params, body: { reason }, headers: changing(key) });
          return (await answer(call)).number;
        })
      }
    />
  );
}

function RemoveAccount({ account }: { readonly account: BankAccount }) {
  const t = texts.use();
  const change = useChange(
    (_input: string, key) =>
      answer(
        api.crm.DELETE('/v1/customers/{customerId}/bank-accounts/{bankAccountId}', {
          params: pathOf(account),
          headers: changing(key, account.version),
        }),
      ),
    { touches: [['crm', 'bank-account']], done: t('removed') },
  );
  return (
    <Confirm
      label={t('remove')}
      why={t('removeAccountWhy', { bank: account.bank, number: account.maskedNumber })}
      input={account.id}
      change={change}
      danger
      button={{ size: 'small' }}
    />
  );
}

interface AccountValues {
  readonly holder: string;
  readonly bank: string;
  readonly number?: string;
}

function AccountForm({
  customerId,
  account,
  onClose,
}: {
  readonly customerId: string;
  readonly account: BankAccount | null | undefined;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<AccountValues>();
  const change = useChange(
    (values: AccountValues, key) => saveAccount(customerId, account ?? null, values, key),
    {
      touches: [['crm', 'bank-account']],
      done: t('saved'),
    },
  );
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <FormDialog
      title={account ? t('changeAccount') : t('enterAccount')}
      draft={null}
      open={account !== undefined}
      {...{ onClose, form, change }}
      {...(account && { initial: account })}
    >
      <Form.Item name="holder" label={t('holder')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="bank" label={t('bank')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="number"
        label={t('accountNumber')}
        rules={account ? [] : required}
        {...(account && { extra: t('numberKept') })}
      >
        <Input autoComplete="off" inputMode="numeric" maxLength={40} />
      </Form.Item>
    </FormDialog>
  );
}

function saveAccount(customerId: string, account: BankAccount | null, values: AccountValues, key: string) {
  const { holder, bank, number = '' } = values;
  if (!account)
    return answer(
      api.crm.POST('/v1/customers/{customerId}/bank-accounts', {
        params: { path: { customerId } },
        body: { holder, bank, number },
        headers: changing(key),
      }),
    );
  return answer(
    api.crm.PATCH('/v1/customers/{customerId}/bank-accounts/{bankAccountId}', {
      params: pathOf(account),
      body: { holder, bank, ...(number.trim() && { number }) },
      headers: changing(key, account.version),
    }),
  );
}
