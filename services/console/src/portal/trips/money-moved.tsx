import { dateText } from '../../format/dates.ts';
import { Missed } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { useOwnMoney } from './own-trip.ts';
import { texts } from './texts.ts';

/** What was paid and what goes back; nothing where nothing has moved. */
export function MoneyMoved({ orderId }: { readonly orderId: string }) {
  const t = texts.use();
  const query = useOwnMoney(orderId);
  const { payments, refunds } = query.data ?? { payments: [], refunds: [] };
  if (payments.length + refunds.length === 0 && !query.error) return null;
  return (
    <section className="panel">
      <h2>{t('payments')}</h2>
      <Missed of={[query]} />
      <ul className="bare-list rows">
        {payments.map(({ id, amount, method, receivedOn, state }) => (
          <li key={id}>
            <span>
              {t(method)} · {t(state)}
              <small className="quiet block">{dateText(receivedOn)}</small>
            </span>
            <Money of={amount} />
          </li>
        ))}
        {refunds.map(({ id, kind, amount, state, dueOn, paidOn }) => (
          <li key={id}>
            <span>
              {t(kind)} · {t(state)}
              <small className="quiet block">{dateText(paidOn ?? dueOn)}</small>
            </span>
            <Money of={amount} />
          </li>
        ))}
      </ul>
    </section>
  );
}
