import type { OrderDetail } from '../../api/gen/booking.ts';
import { answer, api } from '../../api/client.ts';
import { Missed } from '../../patterns/loaded.tsx';
import { useMay } from '../../session/me.ts';
import { currentLocale } from '../../texts/locale.ts';
import { Document } from './document.tsx';
import { useOwnContracts, useOwnInvoices } from './own-trip.ts';
import { texts } from './texts.ts';

const confirmed = ['confirmed', 'travelling', 'completed', 'settled'];

const pdf = { parseAs: 'blob' } as const;

const contractPdf = (contractId: string) =>
  answer(
    api.itinerary.GET('/v1/contracts/{contractId}/document', { params: { path: { contractId } }, ...pdf }),
  );

const letterPdf = (orderId: string) => {
  const params = { path: { orderId }, query: { language: currentLocale() } };
  return answer(api.itinerary.GET('/v1/confirmation-letters/{orderId}', { params, ...pdf }));
};

const invoicePdf = (invoiceId: string) => {
  const params = { path: { invoiceId }, query: { language: currentLocale() } };
  return answer(api.finance.GET('/v1/invoices/{invoiceId}/document', { params, ...pdf }));
};

/** Contract, confirmation and invoices of an order, to keep. */
export function Documents({ order: { id: orderId, number, state } }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const may = useMay();
  const asked = [useOwnContracts(orderId), useOwnInvoices(orderId)] as const;
  const contracts = asked[0].data ?? [];
  const invoices = asked[1].data ?? [];
  const known = asked.every(({ isLoading, error }) => !isLoading && !error);
  const letter = confirmed.includes(state) && may('itinerary.confirmation-letter.read');
  return (
    <section className="panel">
      <h2>{t('documents')}</h2>
      <Missed of={asked} />
      {known && contracts.length === 0 && invoices.length === 0 && !letter && (
        <p className="quiet">{t('noDocuments')}</p>
      )}
      <ul className="bare-list rows">
        {contracts.map((contract) => (
          <Document
            key={contract.id}
            name={t('contract', { number: contract.number })}
            detail={t(contract.state)}
            load={() => contractPdf(contract.id)}
          />
        ))}
        {letter && <Document name={t('letter')} detail={number} load={() => letterPdf(orderId)} />}
        {invoices.map((invoice) => (
          <Document
            key={invoice.id}
            name={t('invoice', { number: invoice.number })}
            detail={invoice.issuedOn}
            load={() => invoicePdf(invoice.id)}
          />
        ))}
      </ul>
    </section>
  );
}
