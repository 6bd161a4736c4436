import { AutoComplete } from 'antd';
import { useEffect, useState } from 'react';
import { localText } from '../format/names.ts';
import type { ChosenField } from '../patterns/choose.tsx';
import { useLocale } from '../texts/use-locale.ts';
import { useCityName, useCityNames } from './cities.ts';

/** A city by what the agency calls it; one it has not named as it was entered. It is taken with Enter, by choosing, or on leaving the field. */
export function CityField({ id, value, onChange, 'aria-label': label }: ChosenField) {
  useLocale();
  const nameOf = useCityName();
  const named = (useCityNames().data?.cities ?? []).map(({ city, name }) => ({
    city,
    value: localText(name),
  }));
  const shown = value ? nameOf(value) : '';
  const [text, setText] = useState(shown);
  // The address may change under it, and names come after it.
  useEffect(() => setText(shown), [shown]);
  const take = (said = '') => {
    const city = named.find((one) => one.value === said.trim())?.city ?? said.trim();
    if (city !== (value ?? '')) onChange?.(city || undefined);
  };
  const fits = (typed: string, name = '') => name.toLowerCase().includes(typed.trim().toLowerCase());
  return (
    <AutoComplete
      {...(id && { id })}
      aria-label={label ?? ''}
      allowClear
      maxLength={100}
      // Enter in the emptied field means no city, not the first one.
      defaultActiveFirstOption={text.trim() !== ''}
      value={text}
      options={named.map((one) => ({ value: one.value, key: one.city }))}
      showSearch={{
        filterOption: (typed, option) => fits(typed, option?.value),
      }}
      onChange={(said: string | undefined) => setText(said ?? '')}
      onSelect={take}
      onClear={() => take('')}
      onBlur={() => take(text)}
      onInputKeyDown={({ key }) => {
        // Where a name fits, Enter chooses it.
        const chooses = text.trim() !== '' && named.some(({ value: name }) => fits(text, name));
        if (key === 'Enter' && !chooses) take(text);
      }}
      popupMatchSelectWidth={false}
      className="filter-select"
    />
  );
}
