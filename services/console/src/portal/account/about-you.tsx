import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { moneyText } from '../../format/money.ts';
import { listText } from '../../format/names.ts';
import { Loaded, Waiting } from '../../patterns/loaded.tsx';
import type { OwnCustomer } from '../../api/gen/crm.ts';
import { useMay } from '../../session/me.ts';
import { useOwnCustomer } from '../ordering/own-customer.ts';
import { texts } from './texts.ts';

// Most only look.
const ChangeAbout = lazy(async () => ({ default: (await import('./change-about.tsx')).ChangeAbout }));

/** What the customer has told the agency of themselves: how to reach them, what they like, what they need. */
export function AboutYou() {
  const t = texts.use();
  const query = useOwnCustomer();
  // Whoever has just registered is entered among the customers within seconds.
  if (query.data === null) return null;
  return (
    <section className="panel">
      <h2>{t('aboutYou')}</h2>
      <p className="quiet">{t('aboutYouWhy')}</p>
      <Loaded query={query} lines={4}>
        {(customer) => customer && <About customer={customer} />}
      </Loaded>
    </section>
  );
}

function About({ customer }: { readonly customer: OwnCustomer }) {
  const t = texts.use();
  const may = useMay();
  const [changingIt, setChanging] = useState(false);
  if (changingIt)
    return (
      <Suspense fallback={<Waiting />}>
        <ChangeAbout customer={customer} onClose={() => setChanging(false)} />
      </Suspense>
    );
  return (
    <>
      <dl className="facts">
        {factsOf(customer).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || '—'}</dd>
          </div>
        ))}
      </dl>
      {may('crm.own-customer.change') && (
        <Button size="large" onClick={() => setChanging(true)}>
          {t('changeAbout')}
        </Button>
      )}
    </>
  );
}

/** How to reach somebody is always shown; of likes and needs what there is. */
function factsOf({ phone, email, address, locale, preferences, specialNeeds }: OwnCustomer) {
  const t = texts.say;
  const { destinations = [], themes = [], budget, transport, lodging, meals } = preferences;
  const { diet, accessibility, rooming } = specialNeeds;
  const wishes = [
    [t('destinations'), listText(destinations)],
    [t('themes'), listText(themes)],
    [t('budget'), budget && moneyText(budget)],
    [t('transport'), transport],
    [t('lodging'), lodging],
    [t('meals'), meals],
    [t('diet'), diet],
    [t('accessibility'), accessibility],
    [t('rooming'), rooming],
  ] as const;
  return [
    [t('phone'), phone],
    [t('contactEmail'), email],
    [t('address'), address],
    [t('letters'), t(locale)],
    ...wishes.filter(([, value]) => value),
  ] as const;
}
