import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Offer } from '../../api/gen/booking.ts';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import type { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { Field } from '../frame/field.tsx';
import { Link } from '../frame/links.tsx';
import { HowMany } from './how-many.tsx';
import { seatsOf, type Party } from './party.ts';
import { PriceLines } from './price-lines.tsx';
import { texts } from './texts.ts';
import { usePartyDraft } from './use-party-draft.ts';
import { WhoTravels } from './who-travels.tsx';

interface PartyFormProps<Sent> {
  readonly offer: Offer;
  readonly customerId: string;
  /** Of the draft: what the party is for. */
  readonly name: string;
  /** Of the order that is changed. */
  readonly version?: number | undefined;
  readonly start: Party;
  readonly change: Pick<ReturnType<typeof useChange<Party, Sent>>, 'mutateAsync' | 'error' | 'isPending'>;
  readonly onSent: (sent: Sent) => Promise<void>;
  /** What comes of it, and what the button says. */
  readonly what: string;
  readonly deed: string;
  /** Another way, where this one is full. */
  readonly instead?: ReactNode;
  /** Coupons can be taken off it. */
  readonly couponsTaken?: boolean;
}

/** Who wants to go: how many, who they are, a note, and what it costs. What was entered is kept until it is sent. */
export function PartyForm<Sent>(props: PartyFormProps<Sent>) {
  const { offer, customerId, name, version, start, change, onSent, what, deed, instead, couponsTaken } =
    props;
  const t = texts.use();
  const { party, change: changeParty, restored, discard, older } = usePartyDraft(name, start, version);
  const [nobody, setNobody] = useState(false);
  const send = async () => {
    setNobody(seatsOf(party) === 0);
    if (seatsOf(party) === 0) return;
    // What failed is shown from the change itself.
    const sent = await change.mutateAsync(party).catch(() => undefined);
    if (!sent) return;
    discard();
    await onSent(sent);
  };
  return (
    <form
      className="ordering"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div>
        {restored && <p role="status">{t('draftFound')}</p>}
        {older && <OlderParty {...older} />}
        <HowMany offer={offer} party={party} onChange={changeParty} instead={instead} />
        <WhoTravels party={party} customerId={customerId} onChange={changeParty} />
        <Contact />
        <Note note={party.note} onChange={(note) => changeParty({ ...party, note })} />
      </div>
      <div className="panel ordering-price">
        <PriceLines offer={offer} party={party} />
        {couponsTaken && (
          <Coupons codes={party.coupons ?? ''} onChange={(coupons) => changeParty({ ...party, coupons })} />
        )}
        <p className="quiet">{what}</p>
        {nobody && <p role="alert">{t('needAdult')}</p>}
        <ProblemAlert problem={change.error} />
        <Button type="primary" size="large" htmlType="submit" block loading={change.isPending}>
          {deed}
        </Button>
      </div>
    </form>
  );
}

/** What was entered before the order was changed elsewhere: the order as it is now is in sight, and the customer says which counts. */
function OlderParty({ take, discard }: { readonly take: () => void; readonly discard: () => void }) {
  const t = texts.use();
  return (
    <section className="panel" role="status">
      <p>{t('olderDraft')}</p>
      <Button onClick={take}>{t('takeDraft')}</Button> <Button onClick={discard}>{t('discardDraft')}</Button>
    </section>
  );
}

/** What the customer wants to tell with it. */
export function Note({
  note,
  onChange,
}: {
  readonly note: string;
  readonly onChange: (note: string) => void;
}) {
  const t = texts.use();
  return (
    <section className="panel">
      <Field label={t('note')} hint={t('noteHint')}>
        {(id) => (
          <textarea
            id={id}
            value={note}
            maxLength={500}
            rows={3}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </section>
  );
}

/** What takes something off: how much is reckoned when the order is placed. */
function Coupons({
  codes,
  onChange,
}: {
  readonly codes: string;
  readonly onChange: (codes: string) => void;
}) {
  const t = texts.use();
  return (
    <Field label={t('coupons')} hint={t('couponsHint')}>
      {(id) => (
        <input
          id={id}
          value={codes}
          maxLength={130}
          autoComplete="off"
          autoCapitalize="characters"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function Contact() {
  const t = texts.use();
  const { user } = useMe();
  return (
    <section className="panel">
      <h2>{t('contact')}</h2>
      <p className="quiet">{t('contactWhy')}</p>
      <p>
        {user.displayName} · {user.email} · {user.mobile ?? t('noMobile')}
      </p>
      <Link to="/account">{t('toAccount')}</Link>
    </section>
  );
}
