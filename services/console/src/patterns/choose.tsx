import { keepPreviousData, useQuery, type QueryKey } from '@tanstack/react-query';
import { Select, Spin, Typography } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { describe } from './problem-alert.tsx';
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
  readonly disabled?: boolean;
}

interface Searching extends Pick<ChosenField, 'aria-label' | 'placeholder' | 'disabled'> {
  readonly queryKey: QueryKey;
  /** What fits the text that was typed; the empty text asks for what is chosen most. */
  readonly ask: (text: string, signal: AbortSignal) => Promise<readonly Choice[]>;
  /** What to say where nothing fits. */
  readonly none?: string;
}

export interface ChooseProps extends ChosenField, Searching {
  /** What the value is called, where it was chosen before the list was asked for. */
  readonly named?: string | undefined;
}

/** Chooses one of many records, found while one types. */
export function Choose(props: ChooseProps) {
  const { named, value, onChange, id } = props;
  const t = texts.use();
  const { found, field } = useFound(props);
  const known = !value || found.some((one) => one.value === value);
  return (
    <Select
      {...field}
      {...(id && { id })}
      allowClear
      value={value ?? null}
      options={known ? [...found] : [{ value, label: named ?? t('loading') }, ...found]}
      onChange={(chosen) => onChange?.(chosen ?? undefined)}
    />
  );
}

interface ChooseSeveralProps extends Omit<ChooseProps, 'value' | 'onChange' | 'named'> {
  readonly value?: readonly string[] | undefined;
  readonly onChange?: ((values: string[]) => void) | undefined;
  /** What somebody is called who was chosen before, and is not among those found now. */
  readonly nameOf: (value: string) => ReactNode;
}

/** Chooses several of many records, found while one types. */
export function ChooseSeveral(props: ChooseSeveralProps) {
  const { nameOf, value = [], onChange, id } = props;
  const { found, field } = useFound(props);
  const others = value.filter((one) => !found.some((known) => known.value === one));
  return (
    <Select<string[]>
      {...field}
      {...(id && { id })}
      mode="multiple"
      value={[...value]}
      options={[...found, ...others.map((one) => ({ value: one, label: nameOf(one) }))]}
      {...(onChange && { onChange })}
    />
  );
}

/** What is found by what is typed, and what a field needs to show it; nothing is asked before it is opened. */
function useFound({ queryKey, ask, placeholder, disabled, none, 'aria-label': label }: Searching) {
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
  const field = {
    ...(label && { 'aria-label': label }),
    ...(disabled && { disabled }),
    showSearch: { filterOption: false, onSearch: setText },
    placeholder: placeholder ?? t('typeToFind'),
    onOpenChange: (open: boolean) => open && setOpened(true),
    loading: query.isFetching,
    notFoundContent: query.isFetching ? (
      <Spin size="small" />
    ) : query.error ? (
      <Typography.Text type="danger" role="alert">
        {describe(query.error).title}
      </Typography.Text>
    ) : (
      (none ?? t('nothingFits'))
    ),
    popupMatchSelectWidth: false,
    style: { width: '100%', minWidth: 220 },
  };
  // What was found for another text is no answer to this one.
  return { found: query.error ? [] : (query.data ?? []), field };
}

/** A text that has stood still for a moment: not every key asks. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
