import type { OwnQuotationDetail } from '../../api/gen/booking.ts';
import { dateText, instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { useMe } from '../../session/me.ts';
import { Link, useParamsOf } from '../frame/links.tsx';
import { PortalPage } from '../frame/portal-page.tsx';
import { Answer } from './answer.tsx';
import { OrderQuoted } from './order-quoted.tsx';
import { useOwnQuotation } from './own-quotations.ts';
import { Papers } from './papers.tsx';
import { QuotationState } from './quotation-state.tsx';
import { QuotedLines } from './quoted-lines.tsx';
import { quotationRoute } from './routes.ts';
import { texts } from './texts.ts';
import '../catalogue/catalogue.css';
import '../orders/orders.css';

/** One quotation: what it offers, until when, and what can be done now. */
export function QuotationPage() {
  const { quotationId } = useParamsOf(quotationRoute);
  const query = useOwnQuotation(quotationId);
  return (
    <Loaded query={query} lines={12}>
      {(quotation) => <OneQuotation quotation={quotation} />}
    </Loaded>
  );
}

function OneQuotation({ quotation }: { readonly quotation: OwnQuotationDetail }) {
  const t = texts.use();
  const { number, content } = quotation;
  const { departure } = content;
  const days = departure && [...new Set([departure.departsOn, departure.returnsOn])];
  return (
    <PortalPage
      title={departure ? localText(departure.productName) : t('ownTrip')}
      lead={[days?.map((day) => dateText(day)).join(' – '), t('number', { number })]
        .filter(Boolean)
        .join(' · ')}
    >
      <div className="order">
        <div>
          <Standing quotation={quotation} />
          <QuotedLines of={content} />
          {content.note && (
            <section className="panel">
              <h2>{t('words')}</h2>
              <p className="long-text">{content.note}</p>
            </section>
          )}
        </div>
        <div>
          <Answer quotation={quotation} />
          <OrderQuoted quotation={quotation} />
          <Papers quotation={quotation} />
        </div>
      </div>
      <p>
        <Link to="/quotations">{t('back')}</Link>
      </p>
    </PortalPage>
  );
}

function Standing({ quotation }: { readonly quotation: OwnQuotationDetail }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const { state, validUntil, revision, sentAt, orderId, content } = quotation;
  const product = content.departure?.productId;
  return (
    <section className="panel order-state" aria-live="polite">
      <div className="order-card-head">
        <QuotationState state={state} />
        <span>{t('validUntil', { date: dateText(validUntil) })}</span>
      </div>
      <p>{texts.word(`${state}-why`)}</p>
      <p className="quiet">{t('version', { revision, when: instantText(sentAt, timeZone) })}</p>
      {orderId && (
        <Link to="/orders/$orderId" params={{ orderId }} className="button-link">
          {t('toOrder')}
        </Link>
      )}
      {state === 'expired' && (
        <Link to="/quotations/ask" search={product ? { product } : {}} className="button-link">
          {t('askAgain')}
        </Link>
      )}
    </section>
  );
}
