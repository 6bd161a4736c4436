import { Link } from '@tanstack/react-router';
import { Button, Empty, Form, Input, Modal, Segmented } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import { documentWords } from '../../names/document-words.ts';
import { CustomerName } from '../../names/names.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { texts } from './texts.ts';

interface Asked {
  readonly by: 'document' | 'account';
  readonly number: string;
}

interface Found {
  readonly id: string;
  readonly customerId: string;
  readonly what: string;
  readonly tab: string;
}

/** Finds customers by the exact number of a document or a bank account. The number goes neither into the address nor into any store; who asked is recorded. */
export function FindByNumber({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = texts.use();
  return (
    <Modal title={t('findByNumber')} open={open} onCancel={onClose} footer={null} destroyOnHidden>
      <Search onFound={onClose} />
    </Modal>
  );
}

function Search({ onFound }: { readonly onFound: () => void }) {
  const t = texts.use();
  const may = useMay();
  const search = useChange(findNumber, { touches: [] });
  const ways = [
    ...(may('crm.document.search') ? [{ value: 'document', label: t('byDocument') }] : []),
    ...(may('crm.bank-account.search') ? [{ value: 'account', label: t('byAccount') }] : []),
  ];
  return (
    <Form<Asked>
      layout="vertical"
      initialValues={{ by: ways[0]?.value }}
      onFinish={(asked) => search.mutate(asked)}
    >
      <ProblemAlert problem={search.error} />
      <Form.Item name="by" label={t('searchIn')} hidden={ways.length < 2}>
        <Segmented options={ways} />
      </Form.Item>
      <Form.Item
        name="number"
        label={t('wholeNumber')}
        extra={t('searchRecorded')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input autoFocus autoComplete="off" maxLength={40} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={search.isPending}>
        {t('find')}
      </Button>
      <div aria-live="polite" style={{ marginTop: 16 }}>
        {search.data?.length === 0 && <Empty description={t('nobodyFound')} />}
        <ul className="plain-list">
          {search.data?.map(({ id, customerId, what, tab }) => (
            <li key={id}>
              <Link to="/customers/$customerId" params={{ customerId }} search={{ tab }} onClick={onFound}>
                <CustomerName id={customerId} />
              </Link>{' '}
              {what}
            </li>
          ))}
        </ul>
      </div>
    </Form>
  );
}

async function findNumber({ by, number }: Asked, key: string): Promise<Found[]> {
  const asked = { body: { number: number.trim() }, headers: changing(key) };
  if (by === 'document') {
    const { matches } = await answer(api.crm.POST('/v1/document-searches', asked));
    return matches.map(({ documentId: id, customerId, kind, maskedNumber }) => ({
      ...{ id, customerId, what: `${documentWords.word(kind)} ${maskedNumber}`, tab: 'travellers' },
    }));
  }
  const { matches } = await answer(api.crm.POST('/v1/bank-account-searches', asked));
  return matches.map(({ bankAccountId: id, customerId, maskedNumber }) => ({
    ...{ id, customerId, what: maskedNumber, tab: 'accounts' },
  }));
}
