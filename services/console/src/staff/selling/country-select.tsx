import { Select } from 'antd';
import { countryName } from '../../format/names.ts';
import { useLocale } from '../../texts/use-locale.ts';

/** Where agencies send people, and where most of their customers come from; by ISO 3166-1 codes. */
const countries =
  'CN HK MO TW JP KR TH VN SG MY ID PH KH LA MM LK MV IN NP AE TR EG ZA KE MA RU KZ UZ MN FR IT DE CH AT ES PT GB IE NL BE GR CZ HU PL HR IS NO SE FI DK US CA MX BR AR PE CL AU NZ FJ'.split(
    ' ',
  );

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
  const codes = value && !countries.includes(value) ? [value, ...countries] : countries;
  return (
    <Select
      {...(id && { id })}
      value={value ?? null}
      showSearch={{ optionFilterProp: 'label' }}
      options={codes.map((code) => ({ value: code, label: countryName(code) }))}
      onChange={(code: string) => onChange?.(code)}
    />
  );
}
