import { Alert, Flex } from 'antd';
import { Page } from '../../patterns/page.tsx';
import { useMay } from '../../session/me.ts';
import { CreditsToApprove } from './credits-to-approve.tsx';
import { CompensationsToApprove, RefundsToApprove } from './money-to-approve.tsx';
import { OrdersInReview } from './orders-in-review.tsx';
import { QuotationsBelowCost } from './quotations-below-cost.tsx';
import { texts } from './texts.ts';

/** Everything that waits for a second pair of eyes, decided on without leaving the page. */
export function ReviewsPage() {
  const t = texts.use();
  const may = useMay();
  const waiting = [
    may('booking.order.approve') && <OrdersInReview key="orders" />,
    may('booking.quotation.approve') && <QuotationsBelowCost key="quotations" />,
    may('finance.refund.approve') && <RefundsToApprove key="refunds" />,
    may('finance.compensation.approve') && <CompensationsToApprove key="compensations" />,
    may('booking.credit-limit.approve') && may('booking.credit-limit.read') && (
      <CreditsToApprove key="credits" />
    ),
  ].filter((one) => one !== false);
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      {waiting.length === 0 ? (
        <Alert type="info" title={t('mayNothing')} />
      ) : (
        <Flex vertical gap="middle">
          {waiting}
        </Flex>
      )}
    </Page>
  );
}
