import { CheckOutlined } from '../../../patterns/icons.tsx';
import { texts } from '../texts.ts';

type Key = Parameters<typeof texts.say>[0];

const steps: readonly (readonly [name: Key, states: readonly string[]])[] = [
  ['step-placed', ['in-review', 'returned']],
  ['step-approved', ['awaiting-payment']],
  ['step-confirmed', ['confirmed']],
  ['step-travelling', ['travelling']],
  ['step-completed', ['completed', 'settled']],
];

/** How far the order is; nothing where it has ended before its time. */
export function OrderSteps({ state }: { readonly state: string }) {
  const t = texts.use();
  const reached = steps.findIndex(([, states]) => states.includes(state));
  if (reached < 0) return null;
  return (
    <ol className="bare-list steps" aria-label={t('progress')}>
      {steps.map(([name], index) => (
        <li
          key={name}
          className={index <= reached ? 'reached' : undefined}
          aria-current={index === reached ? 'step' : undefined}
        >
          <span aria-hidden="true">{index <= reached ? <CheckOutlined /> : index + 1}</span>
          {t(name)}
        </li>
      ))}
    </ol>
  );
}
