import { Button, DatePicker, Flex, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { ComponentType, ReactNode } from 'react';
import type { ChosenField } from './choose.tsx';
import type { ListSearch } from './list-search.ts';
import { texts } from './texts.ts';

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
  extra,
}: {
  readonly filters: readonly Filter<Name>[];
  readonly search: ListSearch<Name>;
  readonly onSearch: (search: ListSearch<Name>) => void;
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
      <Form layout="inline" role="search" aria-label={t('search')} requiredMark={false} className="filters">
        {filters.map((filter) => (
          <Form.Item key={filter.name} label={filter.label} htmlFor={`filter-${filter.name}`}>
            <FilterInput
              filter={filter}
              value={search[filter.name]}
              onChoose={(value) => choose(filter.name, value)}
            />
          </Form.Item>
        ))}
        {Object.keys(chosen).length > 0 && (
          <Button type="link" onClick={() => onSearch({})}>
            {t('clearFilters')}
          </Button>
        )}
      </Form>
      {extra && <Flex gap="small">{extra}</Flex>}
    </Flex>
  );
}

function FilterInput<Name extends string>({
  filter: { name, input, label },
  value,
  onChoose,
}: {
  readonly filter: Filter<Name>;
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}) {
  const id = `filter-${name}`;
  if (input === 'date')
    return (
      <DatePicker
        id={id}
        value={value ? dayjs(value) : null}
        onChange={(day) => onChoose(day?.format('YYYY-MM-DD'))}
      />
    );
  if (typeof input === 'function') {
    const Field = input;
    return <Field id={id} aria-label={label} value={value ?? null} onChange={onChoose} />;
  }
  if (input)
    return (
      <Select
        id={id}
        aria-label={label}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={value ?? null}
        options={[...input]}
        onChange={(chosen) => onChoose(chosen ?? undefined)}
        popupMatchSelectWidth={false}
        className="filter-select"
      />
    );
  return (
    <Input.Search
      // The address may change under it (back, cleared): then it begins anew.
      key={value ?? ''}
      id={id}
      defaultValue={value ?? ''}
      allowClear
      maxLength={100}
      onSearch={(text) => onChoose(text.trim() || undefined)}
    />
  );
}
