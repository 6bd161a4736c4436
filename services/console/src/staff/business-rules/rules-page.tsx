import { AddressTabs, type Tab } from '../../patterns/address-tabs.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay } from '../../session/me.ts';
import { CancellationPolicyCard } from './cancellation-policy.tsx';
import { CommissionRulesCard } from './commission-rules.tsx';
import { CreditRulesCard } from './credit-rules.tsx';
import { LegalTexts } from './legal-texts.tsx';
import { OrderRulesCard } from './order-rules.tsx';
import { PortalRulesCard } from './portal-rules.tsx';
import { PublicHolidaysCard } from './public-holidays.tsx';
import { QuotationRulesCard } from './quotation-rules.tsx';
import { ReminderRulesCard } from './reminder-rules.tsx';
import { RefundRulesCard } from './refund-rules.tsx';
import { rulesRoute } from './routes.ts';
import { texts } from './texts.ts';
import { TravellerRulesCard } from './traveller-rules.tsx';

/** What the agency goes by everywhere: each rule for whoever may see it. */
export function RulesPage() {
  const t = texts.use();
  const may = useMay();
  const { tab } = rulesRoute.useSearch();
  const navigate = rulesRoute.useNavigate();
  const tabs: (Tab | false)[] = [
    may('booking.rules.read') && { key: 'orders', label: t('orders'), content: <OrderRulesCard /> },
    may('booking.cancellation-policy.read') && {
      ...{ key: 'cancelling', label: t('cancelling'), content: <CancellationPolicyCard /> },
    },
    may('booking.rules.read') && { key: 'portal', label: t('portal'), content: <PortalRulesCard /> },
    may('booking.rules.read') && {
      ...{ key: 'quotations', label: t('quotations'), content: <QuotationRulesCard /> },
    },
    may('booking.rules.read') && {
      ...{ key: 'reminders', label: t('reminders'), content: <ReminderRulesCard /> },
    },
    may('booking.rules.read') && {
      ...{ key: 'commissions', label: t('commissions'), content: <CommissionRulesCard /> },
    },
    may('booking.rules.read') && {
      ...{ key: 'travellers', label: t('travellers'), content: <TravellerRulesCard /> },
    },
    may('booking.rules.read') && { key: 'credit', label: t('franchiseCredit'), content: <CreditRulesCard /> },
    may('booking.rules.read') && { key: 'holidays', label: t('holidays'), content: <PublicHolidaysCard /> },
    may('finance.refund-rules.read') && {
      ...{ key: 'refunds', label: t('refunds'), content: <RefundRulesCard /> },
    },
    may('identity.legal-text.read') && { key: 'legal', label: t('legal'), content: <LegalTexts /> },
  ];
  return (
    <Page title={t('title')}>
      <AddressTabs
        tabs={tabs.filter((one) => one !== false)}
        open={tab}
        onOpen={(key) => void navigate({ search: { tab: key }, replace: true })}
      />
    </Page>
  );
}
