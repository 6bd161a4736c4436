import { useCityName } from '../../../names/cities.ts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { DateField } from '../../frame/date-field.tsx';
import { Choice, Field, filledIn } from '../../frame/field.tsx';
import { useGo } from '../../frame/links.tsx';
import { findFacets } from '../search.ts';
import { texts } from '../texts.ts';
import { lodgingWords, themeWords, transportWords } from '../../../names/product-words.ts';
import { lodgings, transports, type NeedsSearch } from './needs.ts';

/** Asks what somebody needs: nothing has to be filled in but one. */
export function NeedsForm({ needs, currency }: { readonly needs: NeedsSearch; readonly currency: string }) {
  const t = texts.use();
  const cityName = useCityName();
  const go = useGo();
  const [nothingStated, setNothingStated] = useState(false);
  const { data } = useQuery({
    queryKey: ['booking', 'product', 'facets', {}],
    queryFn: ({ signal }) => findFacets({}, currency, signal),
  });
  const state = (form: HTMLFormElement) => {
    const { theme: _one, ...stated } = filledIn(form);
    const themes = new FormData(form)
      .getAll('theme')
      .filter((one) => typeof one === 'string')
      .join(',');
    const search = themes === '' ? stated : { ...stated, themes };
    setNothingStated(Object.keys(search).length === 0);
    void go({ to: '/recommend', search });
  };
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        state(event.currentTarget);
      }}
    >
      <div className="needs">
        <Choice
          name="city"
          label={t('city')}
          value={needs.city}
          none={t('any')}
          options={(data?.facets.city ?? []).map(({ value }) => [value, cityName(value)])}
          key={data ? 'known' : 'asked'}
        />
        <MeasuredNeeds needs={needs} currency={currency} />
        <ComfortNeeds needs={needs} />
      </div>
      <Themes
        themes={(data?.facets.theme ?? []).map(({ value }) => value)}
        chosen={needs.themes?.split(',') ?? []}
      />
      {nothingStated && <p role="alert">{t('stateNeed')}</p>}
      <Button type="primary" size="large" htmlType="submit">
        {t('recommendNow')}
      </Button>
    </form>
  );
}

function MeasuredNeeds({ needs, currency }: { readonly needs: NeedsSearch; readonly currency: string }) {
  const t = texts.use();
  const [from, setFrom] = useState(needs.from);
  const [until, setUntil] = useState(needs.until);
  return (
    <>
      <DateField name="from" label={t('from')} value={from} onChange={setFrom} />
      <DateField name="until" label={t('until')} value={until} min={from || undefined} onChange={setUntil} />
      <Field label={t('wishDays')}>
        {(id) => (
          <input
            id={id}
            type="number"
            inputMode="numeric"
            name="days"
            min={1}
            max={365}
            defaultValue={needs.days}
          />
        )}
      </Field>
      <Field label={t('budget', { currency })}>
        {(id) => (
          <input
            id={id}
            type="number"
            inputMode="numeric"
            name="budget"
            min={1}
            defaultValue={needs.budget}
          />
        )}
      </Field>
    </>
  );
}

function ComfortNeeds({ needs }: { readonly needs: NeedsSearch }) {
  const t = texts.use();
  return (
    <>
      <Choice
        name="lodging"
        label={t('lodging')}
        value={needs.lodging}
        none={t('any')}
        options={lodgings.map((one) => [one, lodgingWords.word(one)])}
      />
      <Choice
        name="transport"
        label={t('transport')}
        value={needs.transport}
        none={t('any')}
        options={transports.map((one) => [one, transportWords.word(one)])}
      />
    </>
  );
}

function Themes({
  themes,
  chosen,
}: {
  readonly themes: readonly string[];
  readonly chosen: readonly string[];
}) {
  const t = texts.use();
  if (themes.length === 0) return null;
  return (
    <fieldset className="chips">
      <legend>{t('wishThemes')}</legend>
      {themes.map((theme) => (
        <label key={theme}>
          <input type="checkbox" name="theme" value={theme} defaultChecked={chosen.includes(theme)} />
          <span>{themeWords.word(theme)}</span>
        </label>
      ))}
    </fieldset>
  );
}
