import { keepPreviousData, useQuery, type QueryKey } from '@tanstack/react-query';
import { Select, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { texts } from './texts.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a form, or a filter, gives to a field. */
export interface ChosenField {
  readonly id?: string;
  readonly value?: string | null | undefined;
  readonly onChange?: (value: string | undefined) => void;
  readonly 'aria-label'?: string;
  readonly placeholder?: string;
}

export interface ChooseProps extends ChosenField {
  readonly queryKey: QueryKey;
  /** What fits the text that was typed; the empty text asks for what is chosen most. */
  readonly ask: (text: string, signal: AbortSignal) => Promise<readonly Choice[]>;
  /** What the value is called, where it was chosen before the list was asked for. */
  readonly named?: string | undefined;
}

/** Chooses one of many records, found while one types. */
export function Choose(props: ChooseProps) {
  const { queryKey, ask, named, placeholder, value, onChange, id } = props;
  const t = texts.use();
  const [text, setText] = useState('');
  const [opened, setOpened] = useState(false);
  const asked = useSettled(text);
  const query = useQuery({
    queryKey: [...queryKey, 'choice', asked],
    queryFn: ({ signal }) => ask(asked, signal),
    enabled: opened,
    placeholderData: keepPreviousData,
  });
  const found = query.data ?? [];
  const known = !value || found.some((one) => one.value === value);
  return (
    <Select
      {...(id && { id })}
      {...(props['aria-label'] && { 'aria-label': props['aria-label'] })}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      value={value ?? null}
      placeholder={placeholder ?? t('typeToFind')}
      options={known ? [...found] : [{ value, label: named ?? t('loading') }, ...found]}
      onChange={(chosen) => onChange?.(chosen ?? undefined)}
      onOpenChange={(open) => open && setOpened(true)}
      loading={query.isFetching}
      notFoundContent={query.isFetching ? <Spin size="small" /> : t('nothingFits')}
      popupMatchSelectWidth={false}
      style={{ width: '100%', minWidth: 220 }}
    />
  );
}

/** A text that has stood still for a moment: not every key asks. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
