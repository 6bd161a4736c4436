import { Form, Input, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Traveller } from '../../api/gen/crm.ts';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useChange } from '../../patterns/use-change.ts';
import { CountrySelect } from './country-select.tsx';
import { texts } from './texts.ts';

type TravellerForm = Pick<Traveller, 'name' | 'birthDate' | 'nationality' | 'relation'> & {
  readonly latinName?: string;
};

const relations = [
  'self',
  'spouse',
  'child',
  'parent',
  'sibling',
  'relative',
  'friend',
  'colleague',
  'other',
] as const;

/** Enters somebody who travels with a customer. */
export function EnterTraveller({
  customerId,
  first,
  open,
  onClose,
  onEntered,
}: {
  readonly customerId: string;
  /** Nobody travels with the customer yet: the first is mostly the customer. */
  readonly first: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Told who it is, before those who travel are read anew. */
  readonly onEntered: (traveller: Pick<Traveller, 'id' | 'birthDate'>) => void;
}) {
  const t = texts.use();
  const change = useChange(
    async ({ latinName, ...others }: TravellerForm, key) => {
      const { id } = await answer(
        api.crm.POST('/v1/customers/{customerId}/travellers', {
          params: { path: { customerId } },
          body: { ...others, latinName: latinName?.trim() || null },
          headers: changing(key),
        }),
      );
      onEntered({ id, birthDate: others.birthDate });
    },
    { touches: [['crm', 'traveller']], done: t('travellerAdded') },
  );
  return (
    <ActionDialog
      title={t('addTraveller')}
      action={t('addTraveller')}
      draft={{ name: `enter-traveller-${customerId}` }}
      {...{ open, onClose, change }}
      initial={{ nationality: 'CN', ...(first && { relation: 'self' }) }}
    >
      <TravellerFields />
    </ActionDialog>
  );
}

function TravellerFields() {
  const t = texts.use();
  const required = [{ required: true, message: patternTexts.say('required') }];
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={required}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="latinName" label={t('latinName')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="birthDate" label={t('birthDate')} rules={required}>
        <LocalDateInput />
      </Form.Item>
      <Form.Item name="nationality" label={t('nationality')} rules={required}>
        <CountrySelect />
      </Form.Item>
      <Form.Item name="relation" label={t('relation')} rules={required}>
        <Select options={relations.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
    </>
  );
}
