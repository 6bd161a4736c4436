import { answer, api, changing } from '../../api/client.ts';
import type { OwnQuotationRequest } from '../../api/gen/booking.ts';
import { dateText, instantText } from '../../format/dates.ts';
import { moneyText } from '../../format/money.ts';
import { localText } from '../../format/names.ts';
import { useDepartureName } from '../../names/names.tsx';
import { Confirm } from '../../patterns/confirm.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { useProduct } from '../catalogue/product/use-product.ts';
import { QuotationState } from './quotation-state.tsx';
import { texts } from './texts.ts';

/** A request in the list: what was asked for, and what has become of it. */
export function OneRequest({ request }: { readonly request: OwnQuotationRequest }) {
  const t = texts.use();
  const may = useMay();
  const { timeZone } = useMe().agency;
  const { productId, travellers, budget, words, state, declineReason, createdAt } = request;
  return (
    <li>
      <span className="request">
        {productId ? <ProductName {...{ productId }} /> : t('ownTrip')}{' '}
        <QuotationState state={state === 'declined' ? 'request-declined' : state} of={state} />
        <small className="quiet block">
          {[
            travellers === 1 ? t('onePerson') : t('people', { count: travellers }),
            <When key="when" of={request} />,
            budget && t('budgetOf', { amount: moneyText(budget) }),
            t('askedOn', { when: instantText(createdAt, timeZone) }),
          ]
            .filter(Boolean)
            .map((fact, place) => (
              <span key={place}>
                {place > 0 && ' · '}
                {fact}
              </span>
            ))}
        </small>
        {words && <span className="long-text block">{words}</span>}
        {declineReason && <span className="long-text block">{t('whyNot', { reason: declineReason })}</span>}
      </span>
      {state === 'open' && may('booking.own-quotation.request') && <Withdraw request={request} />}
    </li>
  );
}

function ProductName({ productId }: { readonly productId: string }) {
  const t = texts.use();
  const name = useProduct(productId).data?.name;
  return <>{name ? localText(name) : t('ownTrip')}</>;
}

/** The departure that was asked for, or the days between which it may leave. */
function When({ of: { departureId, from, until } }: { readonly of: OwnQuotationRequest }) {
  const t = texts.use();
  const departure = useDepartureName(departureId);
  if (departure) return <>{dateText(departure.departsOn)}</>;
  if (from && until) return <>{t('departsBetween', { from: dateText(from), until: dateText(until) })}</>;
  if (from) return <>{t('departsFrom', { from: dateText(from) })}</>;
  return <>{until ? t('departsUntil', { until: dateText(until) }) : t('anyDate')}</>;
}

function Withdraw({
  request: { id: quotationRequestId, version },
}: {
  readonly request: OwnQuotationRequest;
}) {
  const t = texts.use();
  const withdraw = useChange(
    (_nothing: null, key) =>
      answer(
        api.booking.DELETE('/v1/own-quotation-requests/{quotationRequestId}', {
          params: { path: { quotationRequestId } },
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'quotation-request']], done: t('withdrawnNow') },
  );
  return (
    <Confirm
      label={t('withdraw')}
      why={t('withdrawWhy')}
      input={null}
      change={withdraw}
      button={{ size: 'large' }}
    />
  );
}
