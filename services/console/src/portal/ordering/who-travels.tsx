import { PlusOutlined } from '../../patterns/icons.tsx';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { inBrackets } from '../../format/names.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { Choice } from '../frame/field.tsx';
import { texts as words } from '../catalogue/texts.ts';
import { useOwnTravellers } from './own-customer.ts';
import { seatsByName, type Party } from './party.ts';
import { texts } from './texts.ts';

// Most have entered their family once.
const AddTraveller = lazy(async () => ({ default: (await import('./add-traveller.tsx')).AddTraveller }));

/** Names the seats: each takes one of the customer's travellers, or stays open. */
export function WhoTravels({
  party,
  customerId,
  onChange,
  why,
  others = [],
}: {
  readonly party: Party;
  readonly customerId: string;
  readonly onChange: (party: Party) => void;
  /** What is said about it, where it is not for a new order. */
  readonly why?: string;
  /** Travellers who have a place already. */
  readonly others?: readonly string[];
}) {
  const t = texts.use();
  const travellers = useOwnTravellers(customerId);
  const [adding, setAdding] = useState(false);
  const seats = seatsByName(party);
  const taken = new Set([...others, ...seats.map(({ seat }) => party.named[seat]).filter(Boolean)]);
  const name = (seat: string, travellerId: string) =>
    onChange({ ...party, named: { ...party.named, [seat]: travellerId } });
  return (
    <section className="panel">
      <h2>{t('who')}</h2>
      <p className="quiet">{why ?? t('whoWhy')}</p>
      <Loaded query={travellers} lines={3}>
        {(known) => (
          <div className="seats">
            {seats.map(({ seat, category, number }) => (
              <Choice
                key={seat}
                name={seat}
                label={t('seat', { category: words.say(category), number })}
                value={party.named[seat] ?? ''}
                none={t('later')}
                onChoose={(travellerId) => name(seat, travellerId)}
                options={known
                  .filter(({ id }) => !taken.has(id) || party.named[seat] === id)
                  .map((one) => [
                    one.id,
                    `${one.name}${inBrackets(`${texts.word(one.relation)} · ${one.birthDate}`)}`,
                  ])}
              />
            ))}
          </div>
        )}
      </Loaded>
      <Button icon={<PlusOutlined />} size="large" onClick={() => setAdding(true)}>
        {t('addTraveller')}
      </Button>
      <Suspense fallback={null}>
        {adding && <AddTraveller customerId={customerId} onClose={() => setAdding(false)} />}
      </Suspense>
    </section>
  );
}
