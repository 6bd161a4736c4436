import type { OrderDetail } from '../../api/gen/booking.ts';
import { answer, api } from '../../api/client.ts';
import { useMay } from '../../session/me.ts';
import { currentLocale } from '../../texts/locale.ts';
import { Document } from './document.tsx';
import { useOwnContracts, useOwnInvoices } from './own-trip.ts';
import { texts } from './texts.ts';

const confirmed = ['confirmed', 'travelling', 'completed', 'settled'];

/** Contract, confirmation and invoices of an order, to keep. */
export function Documents({ order: { id: orderId, number, state } }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const may = useMay();
  const contracts = useOwnContracts(orderId).data ?? [];
  const invoices = useOwnInvoices(orderId).data ?? [];
  const letter = confirmed.includes(state) && may('itinerary.confirmation-letter.read');
  const pdf = { parseAs: 'blob' } as const;
  return (
    <section className="panel">
      <h2>{t('documents')}</h2>
      {contracts.length === 0 && invoices.length === 0 && !letter && (
        <p className="quiet">{t('noDocuments')}</p>
      )}
      <ul className="bare-list rows">
        {contracts.map((contract) => (
          <Document
            key={contract.id}
            name={t('contract', { number: contract.number })}
            detail={t(contract.state)}
            load={() =>
              answer(
                api.itinerary.GET('/v1/contracts/{contractId}/document', {
                  params: { path: { contractId: contract.id } },
                  ...pdf,
                }),
              )
            }
          />
        ))}
        {letter && (
          <Document
            name={t('letter')}
            detail={number}
            load={() =>
              answer(
                api.itinerary.GET('/v1/confirmation-letters/{orderId}', {
                  params: { path: { orderId }, query: { language: currentLocale() } },
                  ...pdf,
                }),
              )
            }
          />
        )}
        {invoices.map((invoice) => (
          <Document
            key={invoice.id}
            name={t('invoice', { number: invoice.number })}
            detail={invoice.issuedOn}
            load={() =>
              answer(
                api.finance.GET('/v1/invoices/{invoiceId}/document', {
                  params: { path: { invoiceId: invoice.id }, query: { language: currentLocale() } },
                  ...pdf,
                }),
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}
