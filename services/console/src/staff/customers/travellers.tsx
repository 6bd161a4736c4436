import { useQuery } from '@tanstack/react-query';
import { Button, Card, Collapse, Empty, Flex, Form, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Customer, Traveller } from '../../api/gen/crm.ts';
import { countryChoices } from '../../format/countries.ts';
import { countryName } from '../../format/names.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { Documents } from './documents.tsx';
import { EraseTraveller } from './erase-person.tsx';
import { texts } from './texts.ts';

/** Who travels with a customer, each with their documents. */
export function Travellers({ customer: { id: customerId } }: { readonly customer: Customer }) {
  const t = texts.use();
  const may = useMay();
  // undefined: nobody's form is open; null: that of somebody new.
  const [entering, setEntering] = useState<Traveller | null>();
  const query = useQuery({
    queryKey: ['crm', 'traveller', customerId],
    queryFn: async ({ signal }) => {
      const params = { path: { customerId }, query: { limit: 100 } };
      const call = api.crm.GET('/v1/customers/{customerId}/travellers', { params, signal });
      return (await answer(call)).travellers;
    },
  });
  const enter = may('crm.traveller.enter') && (
    <Button type="primary" onClick={() => setEntering(null)}>
      {t('enterTraveller')}
    </Button>
  );
  return (
    <Card title={t('travellers')} extra={enter}>
      <Loaded query={query}>
        {(travellers) =>
          travellers.length === 0 ? (
            <Empty description={t('noTravellers')} />
          ) : (
            <Collapse
              defaultActiveKey={travellers.slice(0, 3).map(({ id }) => id)}
              items={travellers.map((traveller) => ({
                key: traveller.id,
                label: <TravellerLine traveller={traveller} />,
                children: <OneTraveller traveller={traveller} onChange={() => setEntering(traveller)} />,
              }))}
            />
          )
        }
      </Loaded>
      {entering !== undefined && (
        <TravellerForm
          key={entering?.id ?? 'new'}
          customerId={customerId}
          traveller={entering}
          first={query.data?.length === 0}
          onClose={() => setEntering(undefined)}
        />
      )}
    </Card>
  );
}

function TravellerLine({ traveller }: { readonly traveller: Traveller }) {
  const { name, latinName, relation, birthDate, nationality } = traveller;
  return (
    <Flex gap="small" wrap>
      <strong>{name}</strong>
      {latinName && <span>{latinName}</span>}
      <Tag>{texts.word(relation)}</Tag>
      <span>{birthDate}</span>
      <span>{countryName(nationality)}</span>
    </Flex>
  );
}

function OneTraveller({
  traveller,
  onChange,
}: {
  readonly traveller: Traveller;
  readonly onChange: () => void;
}) {
  const t = texts.use();
  const may = useMay();
  const deeds = (
    <>
      {may('crm.traveller.change') && (
        <Button size="small" onClick={onChange}>
          {t('changeTraveller')}
        </Button>
      )}
      {may('crm.person.erase') && <EraseTraveller traveller={traveller} />}
    </>
  );
  return may('crm.document.read') ? (
    <Documents traveller={traveller} deeds={deeds} />
  ) : (
    <Flex gap="small" wrap>
      {deeds}
    </Flex>
  );
}

type TravellerValues = Pick<Traveller, 'name' | 'latinName' | 'birthDate' | 'nationality' | 'relation'>;

function TravellerForm({
  customerId,
  traveller,
  first,
  onClose,
}: {
  readonly customerId: string;
  readonly traveller: Traveller | null;
  /** Nobody is entered yet: the first is mostly the customer. */
  readonly first: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<TravellerValues>();
  const change = useChange(
    (values: TravellerValues, key) => saveTraveller(customerId, traveller, values, key),
    {
      touches: [['crm', 'traveller']],
      done: traveller ? t('changed') : t('travellerEntered'),
    },
  );
  return (
    <FormDrawer
      title={traveller ? t('changeTraveller') : t('enterTraveller')}
      name={`traveller-${traveller?.id ?? customerId}`}
      version={traveller?.version}
      open
      {...{ onClose, form, change }}
      initial={traveller ?? { nationality: 'CN', ...(first && { relation: 'self' }) }}
    >
      <TravellerFields />
    </FormDrawer>
  );
}

/** A new traveller, or what changed of one. */
function saveTraveller(
  customerId: string,
  traveller: Traveller | null,
  values: TravellerValues,
  key: string,
) {
  const body = { ...values, latinName: values.latinName?.trim() || null };
  if (!traveller)
    return answer(
      api.crm.POST('/v1/customers/{customerId}/travellers', {
        params: { path: { customerId } },
        body,
        headers: changing(key),
      }),
    );
  return answer(
    api.crm.PATCH('/v1/customers/{customerId}/travellers/{travellerId}', {
      params: { path: { customerId, travellerId: traveller.id } },
      body,
      headers: changing(key, traveller.version),
    }),
  );
}

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
] satisfies Traveller['relation'][];

function TravellerFields() {
  const t = texts.use();
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Form.Item name="name" label={t('travellerName')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="latinName" label={t('latinName')} extra={t('latinHint')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="birthDate" label={t('birthDate')} rules={required}>
        <LocalDateInput />
      </Form.Item>
      <Form.Item name="nationality" label={t('nationality')} rules={required}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={countryChoices()} />
      </Form.Item>
      <Form.Item name="relation" label={t('relation')} rules={required}>
        <Select options={relations.map((value) => ({ value, label: texts.word(value) }))} />
      </Form.Item>
    </>
  );
}
