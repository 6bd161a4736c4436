import { useCityName } from '../../names/cities.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useMe } from '../../session/me.ts';
import { DateField } from '../frame/date-field.tsx';
import { Choice, Field, filledIn } from '../frame/field.tsx';
import { useGo } from '../frame/links.tsx';
import { chosenFilters, dayRanges, kinds, orders, type CatalogueSearch } from './search.ts';
import { texts } from './texts.ts';
import { kindWords, themeWords } from '../../names/product-words.ts';

interface Facets {
  readonly city: readonly { readonly value: string; readonly count: number }[];
  readonly theme: readonly { readonly value: string; readonly count: number }[];
}

type Choose = (name: keyof CatalogueSearch, value: string) => void;

/** Words and filters; what is chosen goes into the address at once. On a phone the filters wait behind a button. */
export function SearchForm({
  search,
  facets,
}: {
  readonly search: CatalogueSearch;
  readonly facets: Facets | undefined;
}) {
  const t = texts.use();
  const go = useGo();
  const [open, setOpen] = useState(false);
  const chosen = chosenFilters(search);
  const choose: Choose = (name, value) => {
    const { [name]: _before, ...others } = search;
    void go({ to: '/', search: value === '' ? others : { ...others, [name]: value } });
  };
  return (
    <form
      role="search"
      className="panel search"
      onSubmit={(event) => {
        event.preventDefault();
        void go({ to: '/', search: filledIn(event.currentTarget) });
      }}
    >
      <div className="search-words">
        <Words text={search.text} />
        <Button type="primary" size="large" htmlType="submit">
          {t('search')}
        </Button>
        <Button
          size="large"
          className="search-toggle"
          aria-expanded={open}
          aria-controls="search-filters"
          onClick={() => setOpen(!open)}
        >
          {chosen > 0 ? t('filtersChosen', { count: chosen }) : t('filters')}
        </Button>
      </div>
      <div id="search-filters" className={open ? 'search-filters open' : 'search-filters'}>
        <Choices search={search} facets={facets} onChoose={choose} />
        <Limits search={search} onChoose={choose} />
      </div>
      {chosen > 0 && (
        <button type="button" className="link-button" onClick={() => void go({ to: '/', search: {} })}>
          {t('clear')}
        </button>
      )}
    </form>
  );
}

function Words({ text }: { readonly text: string | undefined }) {
  const t = texts.use();
  return (
    <input
      // The address may change under it (back, cleared): then it begins anew.
      key={text}
      type="search"
      name="text"
      aria-label={t('searchLabel')}
      placeholder={t('searchHint')}
      defaultValue={text}
      maxLength={100}
      enterKeyHint="search"
    />
  );
}

function Choices({
  search,
  facets,
  onChoose,
}: {
  readonly search: CatalogueSearch;
  readonly facets: Facets | undefined;
  readonly onChoose: Choose;
}) {
  const t = texts.use();
  const any = t('any');
  const choice = (name: keyof CatalogueSearch) => ({
    name,
    value: search[name],
    onChoose: (value: string) => onChoose(name, value),
  });
  const cityName = useCityName();
  const cities = withChosen(facets?.city, search.city);
  const themes = withChosen(facets?.theme, search.theme);
  return (
    <>
      <Choice
        {...choice('city')}
        label={t('city')}
        none={any}
        options={cities.map((city) => [city, cityName(city)])}
      />
      <Choice
        {...choice('theme')}
        label={t('theme')}
        none={any}
        options={themes.map((theme) => [theme, themeWords.word(theme)])}
      />
      <Choice
        {...choice('kind')}
        label={t('kind')}
        none={any}
        options={kinds.map((kind) => [kind, kindWords.word(kind)])}
      />
      <Choice
        {...choice('days')}
        label={t('days')}
        none={any}
        options={dayRanges.map((range) => [range, t(`days-${range}`)])}
      />
      <Choice
        {...choice('sort')}
        label={t('sort')}
        none={t('newest')}
        options={orders.map((order) => [order, t(order === 'days' ? 'byDays' : order)])}
      />
    </>
  );
}

function Limits({ search, onChoose }: { readonly search: CatalogueSearch; readonly onChoose: Choose }) {
  const t = texts.use();
  const { currency } = useMe().agency;
  const day = (name: 'from' | 'until') => ({
    name,
    label: t(name),
    value: search[name],
    onChange: (date: string) => onChoose(name, date),
  });
  return (
    <>
      <DateField {...day('from')} />
      <DateField {...day('until')} min={search.from} />
      <Field label={t('budget', { currency })}>
        {(id) => (
          <input
            key={search.budget}
            id={id}
            type="number"
            inputMode="numeric"
            name="budget"
            min={1}
            step={1}
            defaultValue={search.budget}
            onBlur={(event) =>
              event.target.value !== (search.budget ?? '') && onChoose('budget', event.target.value)
            }
          />
        )}
      </Field>
    </>
  );
}

/** What can be chosen, and what is chosen also where nothing of it is left. */
const withChosen = (
  facets: readonly { readonly value: string }[] | undefined,
  chosen: string | undefined,
): string[] => {
  const values = (facets ?? []).map(({ value }) => value);
  return chosen !== undefined && !values.includes(chosen) ? [chosen, ...values] : values;
};
