import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { localText } from '../../format/names.ts';
import { useLocale } from '../../texts/use-locale.ts';
import { productQuery } from './queries.ts';

/** Chooses a product by words inside its title. */
export function ProductSelect({
  value,
  onChange,
  id,
  label,
  placeholder,
}: {
  readonly value?: string | undefined;
  readonly onChange?: (productId: string | undefined) => void;
  readonly id?: string;
  /** Where no label of a form names it. */
  readonly label?: string;
  readonly placeholder?: string;
}) {
  useLocale();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const chosen = useQuery({ ...productQuery(value ?? ''), enabled: value !== undefined }).data;
  const found = useQuery({
    queryKey: ['booking', 'product', 'choices', text],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/products', {
          params: { query: { ...(text && { text }), sort: 'newest', limit: 50 } },
          signal,
        }),
      ),
  });
  const products = found.data?.products ?? [];
  const known = chosen && !products.some((product) => product.id === chosen.id) ? [chosen] : [];
  return (
    <Select
      {...(id && { id })}
      {...(label && { 'aria-label': label })}
      placeholder={placeholder}
      value={value ?? null}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={[...(text ? [] : known), ...products].map((product) => ({
        value: product.id,
        label: localText(product.name),
      }))}
      onChange={(productId?: string) => {
        setTyped('');
        onChange?.(productId ?? undefined);
      }}
      style={{ minWidth: 240 }}
    />
  );
}
