import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { answer, api } from '../../../api/client.ts';
import type { CancellationPreview, OrderDetail } from '../../../api/gen/booking.ts';
import { Refusal } from '../../../api/refusal.ts';
import { dateText } from '../../../format/dates.ts';
import { inBrackets, localText } from '../../../format/names.ts';
import { Loaded } from '../../../patterns/loaded.tsx';
import { Money } from '../../../patterns/money.tsx';
import { ProblemAlert } from '../../../patterns/problem-alert.tsx';
import { Choice } from '../../frame/field.tsx';
import { Link, useParamsOf } from '../../frame/links.tsx';
import { Nothing, PortalPage } from '../../frame/portal-page.tsx';
import { useOwnCustomer, useOwnTravellers } from '../../ordering/own-customer.ts';
import { cancelOrderRoute } from '../routes.ts';
import { texts } from '../texts.ts';
import { useOrder } from '../use-order.ts';
import { CancelForm } from './cancel-form.tsx';
import { asPart, partsOf, type OrderPart } from './parts.ts';
import { Reckoning } from './reckoning.tsx';
import '../../catalogue/catalogue.css';
import '../orders.css';

/** Cancels an order or something of it: first what it comes to, line by line, then whether one agrees. */
export function CancelPage() {
  const t = texts.use();
  const { orderId } = useParamsOf(cancelOrderRoute);
  const order = useOrder(orderId).data;
  const [chosen, setChosen] = useState('');
  // What was chosen may be gone by now: then the whole order is meant again.
  const part = order && partsOf(order).find(({ key }) => key === chosen);
  const query = usePreview(orderId, part);
  const back = (
    <Link to="/orders/$orderId" params={{ orderId }}>
      {t('backToOrder')}
    </Link>
  );
  const refused = query.error instanceof Refusal && query.error.status === 409;
  return (
    <PortalPage title={t('cancelTitle')} lead={!refused && t('cancelLead')}>
      {refused ? (
        <Nothing title={t('notCancellableTitle')} next={back}>
          <ProblemAlert problem={query.error} />
          {t('notCancellableWhy')}
        </Nothing>
      ) : (
        <Loaded query={query} lines={10}>
          {(preview) => (
            <Previewed preview={preview} part={part}>
              {order && <WhichPart order={order} chosen={part?.key ?? ''} onChoose={setChosen} />}
            </Previewed>
          )}
        </Loaded>
      )}
      {!refused && <p>{back}</p>}
    </PortalPage>
  );
}

function usePreview(orderId: string, part: OrderPart | undefined) {
  const { travellerIds = [], ...said } = part ? asPart(part) : { place: 0, count: 1, singleRooms: 0 };
  const asked = {
    cause: 'customer' as const,
    ...said,
    ...(travellerIds[0] && { travellerIds: travellerIds[0] }),
  };
  return useQuery({
    queryKey: ['booking', 'cancellation-preview', orderId, part?.key],
    queryFn: ({ signal }) =>
      // Without a category the whole order is meant.
      answer(
        api.booking.GET('/v1/orders/{orderId}/cancellation-preview', {
          params: { path: { orderId }, query: asked },
          signal,
        }),
      ),
    staleTime: 0,
  });
}

/** All of the order, or something of it that goes by itself. */
function WhichPart({
  order,
  chosen,
  onChoose,
}: {
  readonly order: OrderDetail;
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}) {
  const t = texts.use();
  const known = useOwnTravellers(useOwnCustomer().data?.id).data ?? [];
  const wordOf = ({ category, text, count, travellerId }: OrderPart) => {
    if (text) return count === 1 ? localText(text) : `${localText(text)} × ${count}`;
    const name = known.find(({ id }) => id === travellerId)?.name;
    if (name) return `${name}${inBrackets(t(category))}`;
    return t('one', { category: t(category) });
  };
  const parts = partsOf(order);
  if (parts.length === 0) return null;
  return (
    <Choice
      name="part"
      label={t('whatToCancel')}
      value={chosen}
      none={t('wholeOrder')}
      options={parts.map((part) => [part.key, wordOf(part)])}
      onChoose={onChoose}
    />
  );
}

function Previewed({
  preview,
  part,
  children,
}: {
  readonly preview: CancellationPreview;
  readonly part: OrderPart | undefined;
  /** What is cancelled. */
  readonly children: ReactNode;
}) {
  const t = texts.use();
  const { penalty, refund, outstanding, refundDueOn, refundDueProvisional } = preview;
  return (
    <div className="cancel">
      <section className="panel">
        {children}
        <h2>{t('reckoning')}</h2>
        {part?.singleRooms === 1 && <p>{t('roomGoesToo')}</p>}
        <Reckoning of={preview} />
        <ul className="bare-list rows">
          <li className="sum">
            <span>{t('penalty')}</span>
            <Money of={penalty} />
          </li>
          {outstanding.amount !== '0' && (
            <li>
              <span>{t('stillOwed')}</span>
              <Money of={outstanding} />
            </li>
          )}
          <li className="sum">
            <span>
              {t('refund')}
              {refund.amount !== '0' && (
                <small className="quiet block">
                  {t('refundBy', { date: dateText(refundDueOn) })}
                  {refundDueProvisional && t('provisional')}
                </small>
              )}
            </span>
            <Money of={refund} />
          </li>
        </ul>
      </section>
      {/* Agreed to is what is shown: something else is to be agreed to anew. */}
      <CancelForm key={part?.key} preview={preview} part={part} />
    </div>
  );
}
