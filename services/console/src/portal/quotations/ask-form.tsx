import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import { dateText, todayIn } from '../../format/dates.ts';
import { minorUnitsOf } from '../../format/money.ts';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { DateField } from '../frame/date-field.tsx';
import { Choice, Field } from '../frame/field.tsx';
import { useGo } from '../frame/links.tsx';
import { texts } from './texts.ts';
import { emptyWish, useWishDraft, type Wish } from './wish.ts';

/** What is to be quoted. What was entered is kept until it is sent. @param productName where it is about a product */
export function AskForm({
  productId,
  productName,
}: {
  readonly productId?: string;
  readonly productName?: string;
}) {
  const t = texts.use();
  const go = useGo();
  const { currency } = useMe().agency;
  const { wish, change, discard } = useWishDraft(productId ?? 'anything');
  const [tried, setTried] = useState(false);
  const missing = lackOf(wish, productId, currency);
  const ask = useChange(
    (wanted: Wish, key) =>
      answer(
        api.booking.POST('/v1/own-quotation-requests', {
          body: bodyOf(wanted, productId, currency),
          headers: changing(key),
        }),
      ),
    { touches: [['booking', 'quotation-request']], done: t('sentNow') },
  );
  const send = async () => {
    setTried(true);
    if (missing) return;
    // What failed is shown from the change itself.
    const sent = await ask.mutateAsync(wish).catch(() => undefined);
    if (!sent) return;
    discard();
    await go({ to: '/quotations', replace: true });
  };
  return (
    <form
      className="panel ask"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {productName && <h2>{productName}</h2>}
      <div className="needs">
        <WishFields {...{ wish, change, currency }} productId={productId} />
      </div>
      <Words {...{ wish, change }} label={t(productId ? 'wishesOptional' : 'wishes')} />
      {tried && missing && <p role="alert">{missing}</p>}
      <ProblemAlert problem={ask.error} />
      <p>
        <Button type="primary" size="large" htmlType="submit" loading={ask.isPending}>
          {t('send')}
        </Button>
      </p>
    </form>
  );
}

interface Wishing {
  readonly wish: Wish;
  readonly change: (wish: Wish) => void;
}

function WishFields({
  wish,
  change,
  currency,
  productId,
}: Wishing & {
  readonly currency: string;
  readonly productId: string | undefined;
}) {
  const t = texts.use();
  return (
    <>
      <Field label={t('travellers')}>
        {(id) => (
          <input
            id={id}
            type="number"
            inputMode="numeric"
            min={1}
            max={500}
            required
            value={wish.travellers}
            onChange={(event) => change({ ...wish, travellers: event.target.value })}
          />
        )}
      </Field>
      {productId && (
        <WhichDeparture
          productId={productId}
          chosen={wish.departureId}
          onChoose={(departureId) => change({ ...wish, departureId })}
        />
      )}
      {!wish.departureId && <Days {...{ wish, change }} />}
      <Field label={t('budget', { currency })}>
        {(id) => (
          <input
            id={id}
            inputMode="decimal"
            maxLength={13}
            value={wish.budget}
            onChange={(event) => change({ ...wish, budget: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** Between which days it may leave, where no departure is chosen. */
function Days({ wish, change }: Wishing) {
  const t = texts.use();
  const today = todayIn(useMe().agency.timeZone);
  return (
    <>
      <DateField
        name="from"
        label={t('from')}
        value={wish.from}
        min={today}
        onChange={(from) => change({ ...wish, from })}
      />
      <DateField
        name="until"
        label={t('until')}
        value={wish.until}
        min={wish.from || today}
        onChange={(until) => change({ ...wish, until })}
      />
    </>
  );
}

function Words({ wish, change, label }: Wishing & { readonly label: string }) {
  const t = texts.use();
  return (
    <Field label={label} hint={t('wishesHint')}>
      {(id) => (
        <textarea
          id={id}
          value={wish.words}
          maxLength={2_000}
          rows={5}
          onChange={(event) => change({ ...wish, words: event.target.value })}
        />
      )}
    </Field>
  );
}

/** One of the departures that are on offer, or none of them. */
function WhichDeparture({
  productId,
  chosen,
  onChoose,
}: {
  readonly productId: string;
  readonly chosen: string;
  readonly onChoose: (departureId: string) => void;
}) {
  const t = texts.use();
  const { data } = useQuery({
    queryKey: ['booking', 'departure', 'offers', productId, 'choice'],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/offers', { params: { query: { productId, limit: 100 } }, signal })),
  });
  const offers = data?.offers ?? [];
  const dayOf = (departsOn: string, available: number) =>
    available > 0 ? dateText(departsOn) : t('fullOne', { date: dateText(departsOn) });
  return (
    <Choice
      name="departure"
      label={t('which')}
      value={chosen}
      none={t('anyDate')}
      options={offers.map(({ id, departsOn, available }) => [id, dayOf(departsOn, available)])}
      onChoose={onChoose}
    />
  );
}

/** What is still to be filled in, or undefined. Whether it can be quoted is booking's to say. */
function lackOf(wish: Wish, productId: string | undefined, currency: string): string | undefined {
  if (productId === undefined && wish.words.trim() === '') return texts.say('sayIt');
  const amount = wish.budget.trim() && minorUnitsOf(wish.budget.trim(), currency);
  return amount === undefined || /^[-0]/.test(amount) ? texts.say('noBudget') : undefined;
}

function bodyOf(wish: Wish, productId: string | undefined, currency: string) {
  const { travellers, departureId, from, until, words } = { ...emptyWish, ...wish };
  const amount = wish.budget.trim() && minorUnitsOf(wish.budget.trim(), currency);
  return {
    travellers: Number(travellers),
    words: words.trim(),
    ...(productId && { productId }),
    ...(departureId ? { departureId } : { ...(from && { from }), ...(until && { until }) }),
    ...(amount && { budget: { amount, currency } }),
  };
}
