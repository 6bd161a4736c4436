import { Button } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../../api/client.ts';
import type { OrderDetail } from '../../../api/gen/booking.ts';
import { ProblemAlert } from '../../../patterns/problem-alert.tsx';
import { useChange } from '../../../patterns/use-change.ts';
import { useMay, useMe } from '../../../session/me.ts';
import { Field } from '../../frame/field.tsx';
import { texts } from '../texts.ts';

/** An order that the agency has sent back: why, and the way to send it again. Only its author does that. */
export function Returned({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const may = useMay();
  const { user } = useMe();
  const { id: orderId, version, state, returnReason, authorId } = order;
  const [note, setNote] = useState(order.note);
  const send = useChange(
    (answered: string, key) =>
      answer(
        api.booking.POST('/v1/orders/{orderId}/resubmission', {
          params: { path: { orderId } },
          body: { note: answered },
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'order']], done: t('sentAgain') },
  );
  if (state !== 'returned') return null;
  return (
    <section className="panel">
      {returnReason && (
        <>
          <h2>{t('whyReturned')}</h2>
          <p className="long-text">{returnReason}</p>
        </>
      )}
      {authorId === user.id && may('booking.order.submit') && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate(note.trim());
          }}
        >
          <ProblemAlert problem={send.error} />
          <Field label={t('answer')}>
            {(id) => (
              <textarea
                id={id}
                value={note}
                maxLength={500}
                rows={3}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
          <p>
            <Button type="primary" size="large" htmlType="submit" loading={send.isPending}>
              {t('sendAgain')}
            </Button>
          </p>
        </form>
      )}
    </section>
  );
}
