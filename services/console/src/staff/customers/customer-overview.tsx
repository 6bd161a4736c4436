import { Button, Card, Flex, Tag } from 'antd';
import { useState } from 'react';
import type { Customer } from '../../api/gen/crm.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName, UserName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Money } from '../../patterns/money.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { ChangeWishes } from './change-wishes.tsx';
import { Consents } from './consents.tsx';
import { texts } from './texts.ts';

/** What is known of a customer, and what they like and need. */
export function CustomerOverview({ customer }: { readonly customer: Customer }) {
  const t = texts.use();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  return (
    <Flex vertical gap="middle">
      <Card title={t('details')}>
        <CustomerFacts customer={customer} />
      </Card>
      <Card
        title={t('wishes')}
        extra={
          may('crm.customer.change') && (
            <Button type="link" onClick={() => setChanging(true)}>
              {t('changeWishes')}
            </Button>
          )
        }
      >
        <Wishes customer={customer} />
      </Card>
      <Consents customerId={customer.id} />
      <ChangeWishes customer={customer} open={changing} onClose={() => setChanging(false)} />
    </Flex>
  );
}

function CustomerFacts({ customer }: { readonly customer: Customer }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return (
    <Facts
      of={[
        [t('nameZh'), customer.name.zh],
        [t('nameEn'), customer.name.en],
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
        [t('ownAccount'), customer.userId ? t('hasAccount') : t('noAccount')],
        [t('createdAt'), instantText(customer.createdAt, timeZone)],
      ]}
    />
  );
}

function Wishes({ customer: { preferences, specialNeeds, tags } }: { readonly customer: Customer }) {
  const t = texts.use();
  const words = (list: readonly string[] | undefined) =>
    list && list.length > 0 ? (
      <Flex gap={4} wrap>
        {list.map((one) => (
          <Tag key={one}>{one}</Tag>
        ))}
      </Flex>
    ) : null;
  return (
    <Facts
      of={[
        [t('destinations'), words(preferences.destinations)],
        [t('themes'), words(preferences.themes)],
        [t('budget'), preferences.budget && <Money key="budget" of={preferences.budget} />],
        [t('transport'), preferences.transport],
        [t('lodging'), preferences.lodging],
        [t('meals'), preferences.meals],
        [t('diet'), specialNeeds.diet],
        [t('accessibility'), specialNeeds.accessibility],
        [t('rooming'), specialNeeds.rooming],
        [t('tags'), words(tags)],
      ]}
    />
  );
}
