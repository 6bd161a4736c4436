import type { OrderDetail } from '../../../api/gen/booking.ts';
import { dateText } from '../../../format/dates.ts';
import { localText } from '../../../format/names.ts';
import { Money } from '../../../patterns/money.tsx';
import { StateTag, type Tone } from '../../../patterns/state-tag.tsx';
import { texts } from '../texts.ts';
import { Pay } from './pay.tsx';

const tones: Readonly<Record<string, Tone>> = {
  open: 'waiting',
  'partly-paid': 'waiting',
  paid: 'good',
  overdue: 'bad',
};

/** States whose schedule is no more: what a cancellation costs stands beside it. */
const ended = ['cancelled', 'expired'];

/** What the order costs, what is paid of it, and what is due when. */
export function OrderMoney({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const { lines, coupons, total, paid, standing, state } = order;
  const over = ended.includes(state) || order.calledOff !== null;
  return (
    <section className="panel">
      <h2>{t('price')}</h2>
      <ul className="bare-list rows">
        {lines.map(({ category, place, text, count, unitPrice, discount, amount }) => (
          <li key={`${category} ${place}`}>
            <span>
              {text ? localText(text) : t(category)}{' '}
              <small className="quiet">
                {count} × <Money of={unitPrice} />
                {discount.amount !== '0' && (
                  <>
                    {' '}
                    · {t('discount')} <Money of={discount} />
                  </>
                )}
              </small>
            </span>
            <Money of={amount} />
          </li>
        ))}
        {coupons.map(({ code }) => (
          <li key={code}>
            <span>{t('coupon')}</span>
            <span>{code}</span>
          </li>
        ))}
        <Sum name={t('total')} of={total} strong />
        <Sum name={t('paid')} of={paid} />
        {!order.calledOff && standing.outstanding.amount !== '0' && (
          <Sum name={t(over ? 'stillOwed' : 'outstanding')} of={standing.outstanding} strong />
        )}
        {standing.excess.amount !== '0' && <Sum name={t('excess')} of={standing.excess} />}
      </ul>
      {!over && <Schedule order={order} />}
      <Pay order={order} />
    </section>
  );
}

function Sum({
  name,
  of,
  strong = false,
}: {
  readonly name: string;
  readonly of: OrderDetail['total'];
  readonly strong?: boolean;
}) {
  return (
    <li className={strong ? 'sum' : undefined}>
      <span>{name}</span>
      <Money of={of} />
    </li>
  );
}

function Schedule({ order: { schedule, state } }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const before = state === 'in-review' || state === 'returned';
  if (schedule.length === 0 && !before) return null;
  return (
    <>
      <h3>{t('schedule')}</h3>
      {schedule.length === 0 && <p className="quiet">{t('noSchedule')}</p>}
      <ul className="bare-list rows">
        {schedule.map((due) => (
          <li key={due.kind}>
            <span>
              {texts.word(schedule.length === 1 ? 'all' : due.kind)}{' '}
              <StateTag tone={tones[due.state] ?? 'waiting'}>{texts.word(due.state)}</StateTag>
              <small className="quiet block">{t('dueOn', { date: dateText(due.dueOn) })}</small>
            </span>
            <Money of={due.amount} />
          </li>
        ))}
      </ul>
    </>
  );
}
