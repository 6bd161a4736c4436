import type { OwnQuotation } from '../../api/gen/booking.ts';
import { dateText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { useDepartureName } from '../../names/names.tsx';
import { Money } from '../../patterns/money.tsx';
import { Link } from '../frame/links.tsx';
import { QuotationState } from './quotation-state.tsx';
import { texts } from './texts.ts';

/** A quotation in the list: for what, how much, until when. */
export function OneQuotation({ quotation }: { readonly quotation: OwnQuotation }) {
  const t = texts.use();
  const { id: quotationId, number, state, departureId, total, validUntil } = quotation;
  const departure = useDepartureName(departureId);
  const name = departure ? localText(departure.productName) : t('ownTrip');
  return (
    <li>
      <span>
        <Link to="/quotations/$quotationId" params={{ quotationId }}>
          {name}
        </Link>{' '}
        <QuotationState state={state} />
        <small className="quiet block">
          {[
            t('number', { number }),
            departure && dateText(departure.departsOn),
            t('validUntil', { date: dateText(validUntil) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      <strong>
        <Money of={total} />
      </strong>
    </li>
  );
}
