import { answer, api } from '../../api/client.ts';
import type { OwnQuotationDetail } from '../../api/gen/booking.ts';
import { moneyText } from '../../format/money.ts';
import { currentLocale } from '../../texts/locale.ts';
import { Document } from '../trips/document.tsx';
import { texts } from './texts.ts';

/** Every version that was sent, to keep; the last one first. */
export function Papers({
  quotation: { id: quotationId, number, revisions },
}: {
  readonly quotation: OwnQuotationDetail;
}) {
  const t = texts.use();
  return (
    <section className="panel">
      <h2>{t('papers')}</h2>
      <ul className="bare-list rows">
        {revisions.map(({ revision, total }) => (
          <Document
            key={revision}
            name={t('paper', { number, revision })}
            detail={moneyText(total)}
            load={() =>
              answer(
                api.booking.GET('/v1/own-quotations/{quotationId}/revisions/{revision}/document', {
                  params: { path: { quotationId, revision }, query: { language: currentLocale() } },
                  parseAs: 'blob',
                }),
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}
