import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Form, Radio, Typography } from 'antd';
import type { Departure } from '../../api/gen/booking.ts';
import { dateText, todayIn } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { More } from '../../patterns/more.tsx';
import { Money } from '../../patterns/money.tsx';
import { useMe } from '../../session/me.ts';
import { DepartureState } from '../selling/state.tsx';
import { listedPrice } from '../selling/price.ts';
import { departuresQuery, productQuery } from '../selling/queries.ts';
import { texts } from './texts.ts';
import { useDesk } from './use-desk.ts';

/** A product's departures to come, the nearest first and chosen, with what is free and what it costs. Arrow keys choose, Enter goes on. */
export function DepartureStep() {
  const t = texts.use();
  const { search, goTo } = useDesk();
  const { timeZone } = useMe().agency;
  const productId = search.product ?? '';
  const product = useQuery(productQuery(productId)).data;
  const query = useInfiniteQuery(departuresQuery(productId, todayIn(timeZone)));
  return (
    <>
      {product && <Typography.Text strong>{localText(product.name)}</Typography.Text>}
      <Loaded query={query}>
        {(departures) => {
          const sold = departures.filter(onSale);
          if (sold.length === 0 && !query.hasNextPage) return <Empty description={t('noDepartures')} />;
          const chosen = sold.find(({ id }) => id === search.departure) ?? sold[0];
          return (
            <Form
              layout="vertical"
              requiredMark={false}
              initialValues={{ departure: chosen?.id }}
              onFinish={({ departure }: { departure: string }) => goTo('price', { departure })}
            >
              <Form.Item name="departure" label={t('departures')}>
                <Radio.Group className="departure-choices">
                  {sold.map((departure) => (
                    <Radio key={departure.id} value={departure.id}>
                      <OneDeparture of={departure} />
                    </Radio>
                  ))}
                </Radio.Group>
              </Form.Item>
              <Flex gap="small" wrap>
                <Button type="primary" htmlType="submit">
                  {t('onTo')}
                </Button>
                <More query={query} />
              </Flex>
            </Form>
          );
        }}
      </Loaded>
    </>
  );
}

const onSale = ({ state }: Departure): boolean => state === 'open' || state === 'guaranteed';

function OneDeparture({ of }: { readonly of: Departure }) {
  const t = texts.use();
  const amount = listedPrice(of, 'adult', '*');
  return (
    <Flex component="span" gap="middle" align="center" wrap>
      <span>{dateText(of.departsOn)}</span>
      <Typography.Text type="secondary">{of.groupNumber}</Typography.Text>
      <DepartureState of={of.state} />
      <span>
        {t('free')} {t('freeOf', { free: of.remaining, capacity: of.capacity })}
      </span>
      {amount && <Money of={{ amount, currency: of.currency }} />}
    </Flex>
  );
}
