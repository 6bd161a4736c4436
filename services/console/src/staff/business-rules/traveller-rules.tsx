import { queryOptions } from '@tanstack/react-query';
import { Form, Radio } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { TravellerRules, TravellerRulesSet } from '../../api/gen/booking.ts';
import { countryName } from '../../format/names.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { CountrySelect } from '../selling/country-select.tsx';
import { NumberField } from './number-field.tsx';
import { type AgencyRules, RulesCard } from './rules-card.tsx';
import { texts } from './texts.ts';

const rules: AgencyRules<TravellerRulesSet, TravellerRules> = {
  inForce: queryOptions({
    queryKey: ['booking', 'traveller-rules'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/traveller-rules', { signal })),
  }),
  begin: ({ version: _version, earlier: _earlier, ...newest }) => newest,
  set: (body, headers) => answer(api.booking.PUT('/v1/traveller-rules', { body, headers })),
};

/** Which ages the categories of travellers have, and how long documents are valid; each setting from a day on. */
export function TravellerRulesCard() {
  const t = texts.use();
  return (
    <RulesCard
      title={t('travellers')}
      why={t('travellersWhy')}
      rules={rules}
      fields={<TravellerRuleFields />}
    >
      {({ earlier, ...newest }) => (
        <Itemised
          label={t('travellers')}
          rows={[newest, ...earlier]}
          rowKey={({ version }) => String(version)}
          columns={[
            { title: t('forDeparturesFrom'), dataIndex: 'validFrom' },
            { title: t('infantsBelow'), align: 'right', dataIndex: 'infantsBelow' },
            { title: t('childrenBelow'), align: 'right', dataIndex: 'childrenBelow' },
            { title: t('home'), render: (_, { homeCountry }) => countryName(homeCountry) },
            { title: t('monthsBeyondReturn'), align: 'right', dataIndex: 'monthsBeyondReturn' },
            { title: t('replacement'), render: (_, { replacement }) => t(`replacement-${replacement}`) },
          ]}
        />
      )}
    </RulesCard>
  );
}

function TravellerRuleFields() {
  const t = texts.use();
  const required = [{ required: true, message: patternTexts.say('required') }];
  return (
    <>
      <Form.Item name="validFrom" label={t('forDeparturesFrom')} rules={required}>
        <LocalDateInput />
      </Form.Item>
      <NumberField name="infantsBelow" label={t('infantsBelow')} unit={t('yearUnit')} min={1} max={5} />
      <NumberField
        name="childrenBelow"
        label={t('childrenBelow')}
        unit={t('yearUnit')}
        min={6}
        max={21}
        hint={t('childrenHint')}
      />
      <Form.Item name="homeCountry" label={t('home')} rules={required}>
        <CountrySelect />
      </Form.Item>
      <NumberField
        name="monthsBeyondReturn"
        label={t('monthsBeyondReturn')}
        unit={t('monthUnit')}
        max={12}
        hint={t('monthsHint')}
      />
      <Form.Item name="replacement" label={t('replacement')} extra={t('replacementHint')} rules={required}>
        <Radio.Group
          vertical
          options={(['until-cut-off', 'never'] as const).map((value) => ({
            value,
            label: t(`replacement-${value}`),
          }))}
        />
      </Form.Item>
    </>
  );
}
