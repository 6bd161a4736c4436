import { Select } from 'antd';
import { countryChoices } from '../../format/countries.ts';
import { useLocale } from '../../texts/use-locale.ts';

/** Chooses a country by its name. */
export function CountrySelect({
  value,
  onChange,
  id,
}: {
  readonly value?: string;
  readonly onChange?: (country: string) => void;
  readonly id?: string;
}) {
  useLocale();
  return (
    <Select
      {...(id && { id })}
      value={value ?? null}
      showSearch={{ optionFilterProp: 'label' }}
      options={countryChoices()}
      onChange={(code: string) => onChange?.(code)}
    />
  );
}
