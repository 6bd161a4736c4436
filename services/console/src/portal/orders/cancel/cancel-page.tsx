import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';
import type { CancellationPreview } from '../../../api/gen/booking.ts';
import { Refusal } from '../../../api/refusal.ts';
import { dateText } from '../../../format/dates.ts';
import { Loaded } from '../../../patterns/loaded.tsx';
import { Money } from '../../../patterns/money.tsx';
import { ProblemAlert } from '../../../patterns/problem-alert.tsx';
import { Link, useParamsOf } from '../../frame/links.tsx';
import { Nothing, PortalPage } from '../../frame/portal-page.tsx';
import { cancelOrderRoute } from '../routes.ts';
import { texts } from '../texts.ts';
import { CancelForm } from './cancel-form.tsx';
import { Reckoning } from './reckoning.tsx';
import '../../catalogue/catalogue.css';
import '../orders.css';

/** Cancels an order: first what it comes to, line by line, then whether one agrees. */
export function CancelPage() {
  const t = texts.use();
  const { orderId } = useParamsOf(cancelOrderRoute);
  const query = useQuery({
    queryKey: ['booking', 'cancellation-preview', orderId],
    queryFn: ({ signal }) =>
      // Without a category the whole order is meant.
      answer(
        api.booking.GET('/v1/orders/{orderId}/cancellation-preview', {
          params: { path: { orderId }, query: { cause: 'customer', count: 1, singleRooms: 0 } },
          signal,
        }),
      ),
    staleTime: 0,
  });
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
          {(preview) => <Previewed preview={preview} />}
        </Loaded>
      )}
      {!refused && <p>{back}</p>}
    </PortalPage>
  );
}

function Previewed({ preview }: { readonly preview: CancellationPreview }) {
  const t = texts.use();
  const { penalty, refund, outstanding, refundDueOn, refundDueProvisional } = preview;
  return (
    <div className="cancel">
      <section className="panel">
        <h2>{t('reckoning')}</h2>
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
      <CancelForm preview={preview} />
    </div>
  );
}
