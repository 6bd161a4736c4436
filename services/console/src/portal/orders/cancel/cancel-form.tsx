import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../../api/client.ts';
import type { CancellationPreview } from '../../../api/gen/booking.ts';
import { moneyText } from '../../../format/money.ts';
import { ProblemAlert } from '../../../patterns/problem-alert.tsx';
import { useChange } from '../../../patterns/use-change.ts';
import { Choice, Field, filledIn } from '../../frame/field.tsx';
import { useGo } from '../../frame/links.tsx';
import { texts } from '../texts.ts';
import { asPart, type OrderPart } from './parts.ts';

const reasons = ['reason-plans', 'reason-health', 'reason-price', 'reason-other'] as const;

/** Agrees to what was shown, and no other figure: where it has changed meanwhile booking refuses and the new one is shown. */
export function CancelForm({
  preview,
  part,
}: {
  readonly preview: CancellationPreview;
  /** Of the order; all of it where nothing is chosen. */
  readonly part: OrderPart | undefined;
}) {
  const t = texts.use();
  const go = useGo();
  const { orderId, penalty } = preview;
  const [agreed, setAgreed] = useState(false);
  const [reminded, setReminded] = useState(false);
  const cancel = useCancel(preview, part);
  const send = async (form: HTMLFormElement) => {
    setReminded(!agreed);
    if (!agreed) return;
    const { reason = reasons[3], more = '' } = filledIn(form);
    const told = [texts.word(reason), more].filter(Boolean).join(' · ');
    // What failed is shown from the change itself.
    const done = await cancel.mutateAsync(told).catch(() => undefined);
    if (done) await go({ to: '/orders/$orderId', params: { orderId }, replace: true });
  };
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      <ProblemAlert problem={cancel.error} />
      <Choice
        name="reason"
        label={t('reason')}
        value={reasons[0]}
        options={reasons.map((reason) => [reason, t(reason)])}
      />
      <Field label={t('more2')}>{(id) => <textarea id={id} name="more" maxLength={300} rows={3} />}</Field>
      <p>
        <Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
          {t('agree', { penalty: moneyText(penalty) })}
        </Checkbox>
      </p>
      {reminded && !agreed && <p role="alert">{t('mustAgree')}</p>}
      <Button danger type="primary" size="large" htmlType="submit" block loading={cancel.isPending}>
        {t(part ? 'confirmPart' : 'confirmCancel')}
      </Button>
    </form>
  );
}

function useCancel({ orderId, orderVersion, penalty }: CancellationPreview, part: OrderPart | undefined) {
  const t = texts.use();
  return useChange(
    (reason: string, key) => {
      const at = { params: { path: { orderId } }, headers: changing(key, orderVersion) };
      const body = { reason, agreedPenalty: penalty };
      return part
        ? answer(
            api.booking.POST('/v1/orders/{orderId}/part-cancellation', {
              ...{ ...at, body: { ...body, part: asPart(part) } },
            }),
          )
        : answer(api.booking.POST('/v1/orders/{orderId}/cancellation', { ...at, body }));
    },
    // Not the preview: of a cancelled order there is none.
    {
      touches: [
        ['booking', 'order'],
        ['booking', 'departure'],
        ['booking', 'product'],
      ],
      done: t(part ? 'partCancelled' : 'cancelledNow'),
    },
  );
}
