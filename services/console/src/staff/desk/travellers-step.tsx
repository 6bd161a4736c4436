import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Flex, Form, Typography } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { Refusal } from '../../api/refusal.ts';
import { useDepartureName } from '../../names/names.tsx';
import { Countdown } from '../../patterns/countdown.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { OrderLines } from '../orders/order-lines.tsx';
import { orderQuery } from '../orders/order-query.ts';
import { CustomerLink, DepartureLink } from '../links.tsx';
import { orderedParty, type NamedTraveller } from '../selling/party.ts';
import { OrderState } from '../selling/state.tsx';
import { TravellersItem } from '../selling/travellers-item.tsx';
import { texts } from './texts.ts';
import { useDesk } from './use-desk.ts';

/** The order is placed and its seats are held: who travels is named while the clock runs, or later. */
export function TravellersStep() {
  const { search } = useDesk();
  const query = useQuery(orderQuery(search.order ?? ''));
  return <Loaded query={query}>{(order) => <Placed order={order} />}</Loaded>;
}

function Placed({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const may = useMay();
  const { user } = useMe();
  const open = order.state === 'in-review' || order.state === 'returned';
  return (
    <>
      <Alert
        type="success"
        showIcon
        role="status"
        title={t('placed', { number: order.number })}
        description={
          <Flex gap="small" align="center" wrap>
            {t('inReview')}
            {order.holdExpiresAt && (
              <span>
                {t('held')}{' '}
                <Countdown
                  until={order.holdExpiresAt}
                  over={t('holdOver')}
                  touches={['booking', 'order', order.id]}
                />
              </span>
            )}
          </Flex>
        }
      />
      <Flex gap="small" align="center" wrap>
        <Typography.Text strong>{order.number}</Typography.Text>
        <OrderState of={order.state} />
        <CustomerLink id={order.customerId} />
        <DepartureLink id={order.departureId} />
      </Flex>
      <OrderLines order={order} />
      {open && order.authorId === user.id && may('booking.order.change') && may('crm.traveller.read') && (
        <NameTravellers order={order} />
      )}
      <Link to="/orders/$orderId" params={{ orderId: order.id }}>
        {t('later')}
      </Link>
    </>
  );
}

function NameTravellers({ order: latest }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const navigate = useNavigate();
  const departsOn = useDepartureName(latest.departureId)?.departsOn;
  const change = useChange(
    async ({ travellers }: { readonly travellers: readonly NamedTraveller[] }, key) => {
      const { id: orderId, version, note } = order;
      const { countsAsked, singleRooms } = orderedParty(order);
      await answer(
        api.booking.PUT('/v1/orders/{orderId}', {
          params: { path: { orderId } },
          body: { counts: countsAsked, singleRooms, travellers: [...travellers], note },
          headers: changing(key, version),
        }),
      );
      await navigate({ to: '/orders/$orderId', params: { orderId } });
    },
    { touches: [['booking', 'order']], done: t('saved') },
  );
  // Filled in from the order as it was: it is sent on that one, until whoever fills it in is told that others changed it.
  const order: OrderDetail = useAsOpened(
    latest,
    !(change.error instanceof Refusal && change.error.status === 412),
  );
  if (!departsOn) return null;
  const { counts } = orderedParty(order);
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ travellers: order.travellers, counts }}
      onFinish={(form: { travellers: readonly NamedTraveller[] }) => change.mutate(form)}
    >
      <ProblemAlert problem={change.error} />
      <TravellersItem customerId={order.customerId} departsOn={departsOn} counts={counts} />
      <Button type="primary" size="large" htmlType="submit" loading={change.isPending}>
        {t('saveTravellers')}
      </Button>
    </Form>
  );
}
