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
import { choicesOf, lastDayOf } from './bookable.ts';
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
          const choices = choicesOf(departures, todayIn);
          if (choices.length === 0 && !query.hasNextPage) return <Empty description={t('noDepartures')} />;
          const open = choices.filter(({ tooLate }) => !tooLate);
          const chosen = open.find(({ departure }) => departure.id === search.departure) ?? open[0];
          return (
            <Form
              layout="vertical"
              requiredMark={false}
              initialValues={{ departure: chosen?.departure.id }}
              onFinish={({ departure }: { departure: string }) => goTo('price', { departure })}
            >
              <Form.Item name="departure" label={t('departures')}>
                <Radio.Group className="departure-choices">
                  {choices.map(({ departure, tooLate }) => (
                    <Radio key={departure.id} value={departure.id} disabled={tooLate}>
                      <OneDeparture of={departure} tooLate={tooLate} />
                    </Radio>
                  ))}
                </Radio.Group>
              </Form.Item>
              <Flex gap="small" wrap>
                <Button type="primary" htmlType="submit" disabled={!chosen}>
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

function OneDeparture({ of, tooLate }: { readonly of: Departure; readonly tooLate: boolean }) {
  const t = texts.use();
  const amount = listedPrice(of, 'adult', '*');
  return (
    <span className="departure-choice">
      <span>{dateText(of.departsOn)}</span>
      <Typography.Text type="secondary">{of.groupNumber}</Typography.Text>
      <span>
        <DepartureState of={of.state} />
      </span>
      <span>
        {t('free')} {t('freeOf', { free: of.remaining, capacity: of.capacity })}
      </span>
      <span>{amount && <Money of={{ amount, currency: of.currency }} />}</span>
      {tooLate && <span className="departure-too-late">{t('tooLate', { day: lastDayOf(of) })}</span>}
    </span>
  );
}
