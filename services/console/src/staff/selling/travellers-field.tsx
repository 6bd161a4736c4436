import { PlusOutlined } from '../../patterns/icons.tsx';
import { Button, Checkbox, Flex, Select, Typography } from 'antd';
import { useState } from 'react';
import type { Traveller } from '../../api/gen/crm.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { useMay } from '../../session/me.ts';
import { EnterTraveller } from './enter-traveller.tsx';
import { categoryAt, headsOf, type Counts, type NamedTraveller } from './party.ts';
import { texts } from './texts.ts';
import { useTravellers } from './use-travellers.ts';
import { categories, travellerCategories } from './words.ts';

interface TravellersFieldProps {
  readonly customerId: string;
  readonly departsOn: string;
  readonly counts: Counts;
  /** Who has a place already, and is not to be chosen. */
  readonly named?: readonly string[];
  readonly value?: readonly NamedTraveller[];
  readonly onChange?: (travellers: readonly NamedTraveller[]) => void;
}

/** Chooses who travels among those who travel with the customer; each as what their age makes them, unless said otherwise. */
export function TravellersField(props: TravellersFieldProps) {
  const { customerId, departsOn, counts, named = [], value = [], onChange } = props;
  const t = texts.use();
  const may = useMay();
  const query = useTravellers(customerId);
  const [entering, setEntering] = useState(false);
  return (
    <Loaded query={query} lines={2}>
      {(travellers) => (
        <Flex vertical gap="small" role="group" aria-label={t('travellers')}>
          {travellers.length === 0 && <Typography.Text type="secondary">{t('noTravellers')}</Typography.Text>}
          {travellers
            .filter(({ id }) => !named.includes(id))
            .map((traveller) => (
              <Choice key={traveller.id} {...props} traveller={traveller} />
            ))}
          <Flex gap="middle" align="center" wrap>
            {may('crm.traveller.enter') && (
              <Button icon={<PlusOutlined />} onClick={() => setEntering(true)}>
                {t('addTraveller')}
              </Button>
            )}
            <Typography.Text type="secondary" role="status">
              {t('chosen', { chosen: value.length, heads: headsOf(counts) })}
            </Typography.Text>
          </Flex>
          <EnterTraveller
            customerId={customerId}
            first={travellers.length === 0}
            open={entering}
            onClose={() => setEntering(false)}
            onEntered={({ id, birthDate }) => {
              // Whoever is added from here is to travel, as long as there is room.
              if (value.length < headsOf(counts))
                onChange?.([...value, { travellerId: id, category: categoryAt(birthDate, departsOn) }]);
            }}
          />
        </Flex>
      )}
    </Loaded>
  );
}

function Choice(props: TravellersFieldProps & { readonly traveller: Traveller }) {
  const { traveller, value = [], onChange, departsOn } = props;
  const { id, name, latinName, birthDate, relation } = traveller;
  const t = texts.use();
  const chosen = value.find(({ travellerId }) => travellerId === id);
  const others = value.filter(({ travellerId }) => travellerId !== id);
  return (
    <Flex gap="small" align="center" wrap>
      <Checkbox
        checked={chosen !== undefined}
        onChange={({ target: { checked } }) =>
          onChange?.(
            checked ? [...others, { travellerId: id, category: categoryAt(birthDate, departsOn) }] : others,
          )
        }
      >
        {name} {latinName}{' '}
        <Typography.Text type="secondary">
          {texts.word(relation)} · {t('born', { date: birthDate })}
        </Typography.Text>
      </Checkbox>
      {chosen && (
        <Select
          aria-label={t('travelsAs', { name })}
          value={chosen.category}
          options={travellerCategories.map((one) => ({ value: one, label: categories.word(one) }))}
          onChange={(category) =>
            onChange?.(value.map((one) => (one.travellerId === id ? { ...one, category } : one)))
          }
          popupMatchSelectWidth={false}
          style={{ width: 180 }}
        />
      )}
    </Flex>
  );
}
