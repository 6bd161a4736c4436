import { Button, Flex } from 'antd';
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import type { ChosenField } from './choose.tsx';
import type { ListSearch } from './list-search.ts';
import { texts } from './texts.ts';
import './filter-bar.css';

// Larger than the list they filter: they come after it.
const FilterInput = lazy(async () => ({ default: (await import('./filter-input.tsx')).FilterInput }));

/** One thing a list can be filtered by. */
export interface Filter<Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** Words to choose from; `date` for a local date; a field of its own for records; free text when left out. */
  readonly input?:
    'date' | readonly { readonly value: string; readonly label: string }[] | ComponentType<ChosenField>;
}

/** The filters of a list. What is chosen goes into the address; a new filter begins at the first page. */
export function FilterBar<Name extends string>({
  filters,
  search,
  onSearch,
  waiting = false,
  extra,
}: {
  readonly filters: readonly Filter<Name>[];
  readonly search: ListSearch<Name>;
  readonly onSearch: (search: ListSearch<Name>) => void;
  /** Whether the list itself is still on its way. */
  readonly waiting?: boolean;
  readonly extra?: ReactNode;
}) {
  const t = texts.use();
  const { after: _after, ...chosen } = search;
  const choose = (name: Name, value: string | undefined) => {
    const { [name]: _old, ...others } = chosen as Record<string, string>; // filters are texts
    onSearch((value ? { ...others, [name]: value } : others) as ListSearch<Name>); // names of filters alone
  };
  return (
    <Flex gap="small" wrap justify="space-between" className="filter-bar">
      <form role="search" aria-label={t('search')} className="filters" onSubmit={stay}>
        {filters.map((filter) => {
          const value = search[filter.name];
          const place = <Place filter={filter} value={value} />;
          return (
            <div key={filter.name} className="filter">
              <label htmlFor={`filter-${filter.name}`}>{filter.label}</label>
              <div>
                {waiting ? (
                  place
                ) : (
                  <Suspense fallback={place}>
                    <FilterInput
                      filter={filter}
                      value={value}
                      onChoose={(chosen) => choose(filter.name, chosen)}
                    />
                  </Suspense>
                )}
              </div>
            </div>
          );
        })}
        {Object.keys(chosen).length > 0 && (
          <Button type="link" onClick={() => onSearch({})}>
            {t('clearFilters')}
          </Button>
        )}
      </form>
      {extra && <Flex gap="small">{extra}</Flex>}
    </Flex>
  );
}

const stay = (event: { preventDefault: () => void }) => event.preventDefault();

/** Keeps the place of a field, with what it says: nothing moves when the field comes. */
function Place<Name extends string>({
  filter: { name, input },
  value,
}: {
  readonly filter: Filter<Name>;
  readonly value: string | undefined;
}) {
  const kind = input === undefined ? 'text' : input === 'date' ? 'date' : 'choice';
  const words = typeof input === 'object' ? input : undefined;
  const said = words ? words.find((one) => one.value === value)?.label : value;
  return (
    <input
      id={`filter-${name}`}
      readOnly
      value={typeof input === 'function' ? '' : (said ?? '')}
      className={`filter-place ${kind}`}
    />
  );
}
