import { DeleteOutlined, PlusOutlined } from '../../patterns/icons.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { CityNamesInForce } from '../../api/gen/booking.ts';
import { useCityNames } from '../../names/cities.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { texts } from './texts.ts';

type Cities = Pick<CityNamesInForce, 'cities'>;

/** What cities are called in each language: those of published products stand there to be named. */
export function CityNames() {
  const t = texts.use();
  const may = useMay()('booking.product.change');
  const [open, setOpen] = useState(false);
  const { data: inForce } = useCityNames();
  const sold = useQuery({
    queryKey: ['booking', 'product', 'facets', {}],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/product-facets', { params: { query: {} }, signal })),
    enabled: may,
  }).data?.facets.city;
  if (!may) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)} disabled={!inForce || !sold}>
        {t('cityNames')}
      </Button>
      {inForce && sold && (
        <ChangeCityNames
          inForce={inForce}
          sold={sold.map(({ value }) => value)}
          open={open}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function ChangeCityNames({
  inForce,
  sold,
  open,
  onClose,
}: {
  readonly inForce: CityNamesInForce;
  readonly sold: readonly string[];
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<Cities>();
  const { cities, version } = useAsOpened(inForce, open);
  const named = new Set(cities.map(({ city }) => city));
  const unnamed = sold.filter((city) => !named.has(city));
  const change = useChange(
    (body: Cities, key) =>
      answer(api.booking.PUT('/v1/city-names', { body, headers: changing(key, version) })),
    { touches: [['booking', 'city-name']], done: t('cityNamesSet') },
  );
  return (
    <FormDrawer
      title={t('cityNames')}
      name="city-names"
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ cities: [...cities, ...unnamed.map((city) => ({ city, name: { zh: city, en: '' } }))] }}
      width={640}
    >
      <Typography.Paragraph type="secondary">{t('cityNamesWhy')}</Typography.Paragraph>
      <CityFields />
    </FormDrawer>
  );
}

function CityFields() {
  const t = texts.use();
  const required = [{ required: true, whitespace: true, message: patternTexts.say('required') }];
  const fields = [
    ['city', t('cityAsEntered')],
    [['name', 'zh'], t('nameZh')],
    [['name', 'en'], t('nameEn')],
  ] as const;
  return (
    <Form.List name="cities">
      {(rows, { add, remove }) => (
        <Flex vertical gap="small">
          {rows.map(({ key, name: place }) => (
            <Flex key={key} gap="small" align="start">
              {fields.map(([path, label]) => (
                <Form.Item
                  key={label}
                  name={[place, path].flat()}
                  rules={required}
                  style={{ flex: 1, margin: 0 }}
                >
                  <Input aria-label={`${label} ${place + 1}`} placeholder={label} maxLength={100} />
                </Form.Item>
              ))}
              <Button
                icon={<DeleteOutlined />}
                aria-label={`${t('removeCity')} ${place + 1}`}
                onClick={() => remove(place)}
              />
            </Flex>
          ))}
          <Button
            icon={<PlusOutlined />}
            onClick={() => add({ city: '', name: { zh: '', en: '' } })}
            style={{ alignSelf: 'start' }}
          >
            {t('addCity')}
          </Button>
        </Flex>
      )}
    </Form.List>
  );
}
