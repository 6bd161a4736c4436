import type { OwnQuotationContent } from '../../api/gen/booking.ts';
import { dateText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { Money } from '../../patterns/money.tsx';
import { texts } from './texts.ts';

/** What a quotation offers, line by line, and what is taken off it. */
export function QuotedLines({ of }: { readonly of: OwnQuotationContent }) {
  const t = texts.use();
  const { lines, steps, subtotal, total, shown, currency } = of;
  const money = (amount: string) => <Money of={{ amount, currency }} />;
  return (
    <section className="panel">
      <h2>{t('lines')}</h2>
      <ul className="bare-list rows">
        {lines.map(({ text, count, unitPrice, amount }, place) => (
          <li key={place}>
            <span>
              {localText(text)}{' '}
              <small className="quiet">
                {count} × {money(unitPrice)}
              </small>
            </span>
            {money(amount)}
          </li>
        ))}
        {steps.length > 0 && (
          <li>
            <span>{t('before')}</span>
            {money(subtotal)}
          </li>
        )}
        {steps.map((step) => (
          <li key={`${step.kind} ${step.index}`}>
            <span>{nameOf(step, of)}</span>
            {money(`-${step.reduction}`)}
          </li>
        ))}
        <li className="sum">
          <span>{t('total')}</span>
          <span className="price">{money(total)}</span>
        </li>
        {shown && (
          <li>
            <span>
              {t('shown')}{' '}
              <small className="quiet">{t('rate', { rate: shown.rate, date: dateText(shown.rateOn) })}</small>
            </span>
            <Money of={{ amount: shown.total, currency: shown.currency }} />
          </li>
        )}
      </ul>
    </section>
  );
}

/** What something is taken off for: in the agency's words where it has given some. */
function nameOf(
  { kind, index }: OwnQuotationContent['steps'][number],
  { discounts, coupons }: OwnQuotationContent,
): string {
  if (kind === 'line-discount') return texts.say(kind, { place: index + 1 });
  const named = (kind === 'coupon' ? coupons : discounts)[index]?.name;
  return (named && localText(named)) || texts.say(kind);
}
