import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { Invoice } from '../../api/gen/finance.ts';
import { BranchName, UserName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import { PdfButton } from '../../patterns/pdf-button.tsx';
import { useMay } from '../../session/me.ts';
import type { Locale } from '../../texts/locale.ts';
import { useLocale } from '../../texts/use-locale.ts';
import { OrderCustomer, OrderLink } from '../links.tsx';
import { MoneyState } from '../money/money-state.tsx';
import { invoiceRoute } from './routes.ts';
import { texts } from './texts.ts';

/** One invoice. */
export function InvoicePage() {
  const { invoiceId } = invoiceRoute.useParams();
  const query = useQuery({
    queryKey: ['finance', 'invoice', invoiceId],
    queryFn: ({ signal }) =>
      answer(api.finance.GET('/v1/invoices/{invoiceId}', { params: { path: { invoiceId } }, signal })),
  });
  return <Loaded query={query}>{(invoice) => <OneInvoice invoice={invoice} />}</Loaded>;
}

function OneInvoice({ invoice }: { readonly invoice: Invoice }) {
  const t = texts.use();
  const locale = useLocale();
  const paper = useMay()('finance.invoice-document.read') && (
    <PdfButton label={t('pdf')} name={invoice.number} ask={() => documentOf(invoice.id, locale)} />
  );
  return (
    <Page
      title={invoice.number}
      tags={<MoneyState of={invoice.state} />}
      subtitle={invoice.title}
      actions={paper}
    >
      <Card>
        <Facts
          of={[
            [t('madeOutTo'), invoice.title],
            [t('taxNumber'), invoice.taxNumber],
            [t('amount'), <Money key="amount" of={invoice.amount} />],
            [t('kind'), t(invoice.kind)],
            [t('deliveryEmail'), invoice.deliveryEmail],
            [t('order'), <OrderLink key="order" id={invoice.orderId} />],
            [t('customer'), <OrderCustomer key="customer" id={invoice.orderId} />],
            [t('issuedOn'), invoice.issuedOn],
            [t('branch'), <BranchName key="branch" id={invoice.branchId} />],
            [t('issuedBy'), <UserName key="by" id={invoice.issuedBy} />],
          ]}
        />
      </Card>
    </Page>
  );
}

const documentOf = (invoiceId: string, language: Locale): Promise<Blob> =>
  answer(
    api.finance.GET('/v1/invoices/{invoiceId}/document', {
      params: { path: { invoiceId }, query: { language } },
      parseAs: 'blob',
    }),
  );
