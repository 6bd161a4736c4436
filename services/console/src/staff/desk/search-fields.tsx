import { SearchOutlined } from '../../patterns/icons.tsx';
import { Button, Col, Form, Input, InputNumber, Row, Select } from 'antd';
import { useEffect } from 'react';
import { countryName } from '../../format/names.ts';
import { useCityName } from '../../names/cities.ts';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { useMe } from '../../session/me.ts';
import { kindWords, lodgingWords, themeWords, transportWords } from '../../names/product-words.ts';
import { listOf, type DeskSearch } from './desk-state.ts';
import { sortOf, sorts } from './product-query.ts';
import { texts } from './texts.ts';
import { useDesk } from './use-desk.ts';

const facetNames = ['kind', 'country', 'city', 'theme', 'transport', 'lodging'] as const;
type FacetName = (typeof facetNames)[number];
type Facets = { readonly [name in FacetName]: readonly { readonly value: string; readonly count: number }[] };

const wordOf: Readonly<Record<Exclude<FacetName, 'city'>, (value: string) => string>> = {
  kind: kindWords.word,
  country: countryName,
  theme: themeWords.word,
  transport: transportWords.word,
  lodging: lodgingWords.word,
};

interface Fields {
  readonly text?: string;
  readonly departsFrom?: string | null;
  readonly departsUntil?: string | null;
  readonly budget?: string | null;
  readonly sort: (typeof sorts)[number];
}

/** What products are searched by. Facets filter at once; words, dates and budget with Enter. */
export function SearchFields({ facets }: { readonly facets: Facets | undefined }) {
  const t = texts.use();
  const { search, say } = useDesk();
  const [form] = Form.useForm<Fields>();
  const fields = fieldsOf(search);
  const asked = JSON.stringify(fields);
  useEffect(() => {
    // The address may change under the form: back, or started over.
    form.setFieldsValue(JSON.parse(asked) as never); // the form's own fields
  }, [form, asked]);
  const submit = ({ text, departsFrom, departsUntil, budget, sort }: Fields) =>
    say({
      text: text?.trim(),
      departsFrom: departsFrom ?? undefined,
      departsUntil: departsUntil ?? undefined,
      budget: budget ?? undefined,
      sort: sort === 'newest' ? undefined : sort,
    });
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      role="search"
      aria-label={t('step-search')}
      requiredMark={false}
      initialValues={fields}
      onFinish={submit}
    >
      <Row gutter={12}>
        <Col xs={24} md={8}>
          <Form.Item name="text" label={t('text')}>
            <Input maxLength={100} allowClear />
          </Form.Item>
        </Col>
        <Limits onSort={form.submit} />
        {facetNames.map((name) => (
          <Col key={name} xs={12} md={4}>
            <Facet name={name} values={facets?.[name] ?? []} chosen={listOf(search[name])} />
          </Col>
        ))}
      </Row>
      <Button type="primary" htmlType="submit" icon={<SearchOutlined />}>
        {t('search')}
      </Button>
    </Form>
  );
}

/** Dates, budget and order. */
function Limits({ onSort }: { readonly onSort: () => void }) {
  const t = texts.use();
  const { currency } = useMe().agency;
  return (
    <>
      <Col xs={12} md={4}>
        <Form.Item name="departsFrom" label={t('departsFrom')}>
          <LocalDateInput />
        </Form.Item>
      </Col>
      <Col xs={12} md={4}>
        <Form.Item name="departsUntil" label={t('departsUntil')}>
          <LocalDateInput />
        </Form.Item>
      </Col>
      <Col xs={12} md={4}>
        <Form.Item name="budget" label={t('budget', { currency })}>
          <InputNumber<string> stringMode min="0" controls={false} style={{ width: '100%' }} />
        </Form.Item>
      </Col>
      <Col xs={12} md={4}>
        <Form.Item name="sort" label={t('sort')}>
          <Select options={sorts.map((value) => ({ value, label: t(value) }))} onChange={onSort} />
        </Form.Item>
      </Col>
    </>
  );
}

function Facet({
  name,
  values,
  chosen,
}: {
  readonly name: FacetName;
  readonly values: Facets[FacetName];
  readonly chosen: readonly string[];
}) {
  const t = texts.use();
  const { say } = useDesk();
  const cityName = useCityName();
  const word = name === 'city' ? cityName : wordOf[name];
  // What is chosen stays to be seen when nothing of it is found any more.
  const gone = chosen.filter((value) => !values.some((one) => one.value === value));
  const options = [
    ...values.map(({ value, count }) => ({ value, label: `${word(value)} (${count})` })),
    ...gone.map((value) => ({ value, label: word(value) })),
  ];
  return (
    <Form.Item label={t(name)} htmlFor={`facet-${name}`}>
      <Select
        id={`facet-${name}`}
        aria-label={t(name)}
        mode="multiple"
        maxTagCount="responsive"
        value={[...chosen]}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(list) => say({ [name]: list.join(',') })}
      />
    </Form.Item>
  );
}

const fieldsOf = (search: DeskSearch): Fields => ({
  text: search.text ?? '',
  departsFrom: search.departsFrom ?? null,
  departsUntil: search.departsUntil ?? null,
  budget: search.budget ?? null,
  sort: sortOf(search),
});
