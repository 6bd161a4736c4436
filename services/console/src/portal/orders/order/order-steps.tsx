import type { OrderDetail } from '../../../api/gen/booking.ts';
import { CheckOutlined } from '../../../patterns/icons.tsx';
import { texts } from '../texts.ts';
import { progressOf } from './order-progress.ts';

/** How far the order is; nothing where it has ended before its time. */
export function OrderSteps({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const steps = progressOf(order);
  if (!steps) return null;
  const last = steps.findLastIndex(({ done }) => done);
  const balance = steps.some(({ name }) => name === 'deposit');
  return (
    <ol className="bare-list steps" aria-label={t('progress')}>
      {steps.map(({ name, done }, index) => (
        <li
          key={name}
          className={done ? 'reached' : undefined}
          aria-current={index === last ? 'step' : undefined}
        >
          <span aria-hidden="true">{done ? <CheckOutlined /> : index + 1}</span>
          {name === 'deposit' && t(done ? 'step-deposit-paid' : 'step-deposit')}
          {name === 'paid' && t(done ? 'step-paid' : balance ? 'step-balance' : 'step-payment')}
          {name !== 'deposit' && name !== 'paid' && t(`step-${name}`)}
        </li>
      ))}
    </ol>
  );
}
