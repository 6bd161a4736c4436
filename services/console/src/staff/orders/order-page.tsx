import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Card, Flex } from 'antd';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName, UserName } from '../../names/names.tsx';
import { Countdown } from '../../patterns/countdown.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { CustomerLink, DepartureLink } from '../links.tsx';
import { OrderState } from '../selling/state.tsx';
import { channels } from '../selling/words.ts';
import { ConfirmationLetter } from './confirmation-letter.tsx';
import { GroupChoices } from './group-choices/group-choices.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderCancellations } from './order-cancellations.tsx';
import { OrderDocuments } from './order-documents.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderMoney } from './order-money.tsx';
import { OrderPayments } from './order-payments.tsx';
import { orderQuery, useQuotationOf } from './order-query.ts';
import { OrderTravellers } from './order-travellers.tsx';
import { orderRoute } from './routes.ts';
import { SupplierLosses } from './supplier-losses/supplier-losses.tsx';
import { texts } from './texts.ts';

/** For these something may have been bought. */
const approved = ['awaiting-payment', 'confirmed', 'travelling', 'completed', 'settled', 'cancelled'];

/** One order with everything that is decided about it. */
export function OrderPage() {
  const { orderId } = orderRoute.useParams();
  const query = useQuery(orderQuery(orderId));
  return <Loaded query={query}>{(order) => <OneOrder order={order} />}</Loaded>;
}

function OneOrder({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const may = useMay();
  return (
    <Page
      title={order.number}
      tags={<OrderState of={order.state} />}
      subtitle={<DepartureLink id={order.departureId} />}
      actions={
        <>
          <OrderActions order={order} />
          <ConfirmationLetter order={order} />
        </>
      }
    >
      <Flex vertical gap="middle">
        <Notices order={order} />
        <GroupChoices order={order} />
        <Card title={t('overview')}>
          <OrderFacts order={order} />
        </Card>
        <Card title={t('lines')}>
          <OrderLines order={order} />
        </Card>
        <Card title={t('travellers')}>
          <OrderTravellers order={order} />
        </Card>
        <Card title={t('payments')}>
          <Flex vertical gap="middle">
            <OrderPayments order={order} />
            <OrderMoney orderId={order.id} />
          </Flex>
        </Card>
        <Card title={t('documents')}>
          <OrderDocuments order={order} />
        </Card>
        {may('booking.supplier-loss.read') && approved.includes(order.state) && (
          <SupplierLosses order={order} />
        )}
        <OrderCancellations order={order} />
      </Flex>
    </Page>
  );
}

function Notices({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const may = useMay();
  const own = order.authorId === useMe().user.id;
  return (
    <>
      {order.state === 'returned' && order.returnReason && (
        <Alert type="warning" showIcon title={t('returnReason')} description={order.returnReason} />
      )}
      {order.state === 'in-review' && own && may('booking.order.approve') && (
        <Alert type="info" showIcon title={t('fourEyes')} />
      )}
    </>
  );
}

/** Whom it is for, when it goes, who placed and reviewed it, and how long its seats are held. */
function OrderFacts({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const quotation = useQuotationOf(order.id);
  const { holdExpiresAt, reviewerId } = order;
  const waits = ['in-review', 'returned', 'awaiting-payment'].includes(order.state);
  return (
    <Facts
      of={[
        [t('customer'), <CustomerLink key="customer" id={order.customerId} />],
        [t('departure'), <DepartureLink key="departure" id={order.departureId} />],
        [t('seats'), order.seats],
        ...(waits && holdExpiresAt
          ? [
              [
                t('hold'),
                <Countdown
                  key="hold"
                  until={holdExpiresAt}
                  over={t('holdOver')}
                  touches={['booking', 'order', order.id]}
                />,
              ] as const,
            ]
          : []),
        [t('channel'), channels.word(order.channel)],
        [t('branch'), <BranchName key="branch" id={order.branchId} />],
        [t('author'), <UserName key="author" id={order.authorId} />],
        [t('reviewer'), reviewerId && <UserName key="reviewer" id={reviewerId} />],
        [t('createdAt'), instantText(order.createdAt, timeZone)],
        ...(quotation
          ? [
              [
                t('quotation'),
                <Link key="quotation" to="/quotations/$quotationId" params={{ quotationId: quotation.id }}>
                  {quotation.number}
                </Link>,
              ] as const,
            ]
          : []),
        [t('note'), order.note || null],
      ]}
    />
  );
}
