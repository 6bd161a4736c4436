import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { Filter } from './filter-bar.tsx';

/** The field of one filter. */
export function FilterInput<Name extends string>({
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
