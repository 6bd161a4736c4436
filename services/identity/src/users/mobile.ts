import { Type } from 'typebox';
import { isSupportedCountry, parsePhoneNumberWithError, ParseError } from 'libphonenumber-js/max';
import { errors } from '../errors.ts';

/** ISO 3166-1 alpha-2. */
export const Country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2, e.g. CN' });

export const Mobile = Type.String({
  minLength: 5,
  maxLength: 30,
  pattern: '^[0-9０-９+＋() .-]+$',
  description: "Kept as E.164; without a country code it is a number of the agency's country",
});

/**
 * A mobile number as people write it, as E.164 (`+8613812345678`).
 * @param country of numbers without a country code, ISO 3166-1 @throws identity/no-mobile-number
 */
export function mobileOf(text: string, country: string, field = '/body/mobile'): string {
  const number = mobileIn(text, country);
  if (number !== undefined) return number;
  const message = {
    zh: '不是有效的手机号；国外号码请以 + 和国家代码开头',
    en: 'is not a mobile number; numbers of other countries begin with + and the country code',
  };
  throw errors.noMobileNumber({ fields: [{ field, rule: 'mobile', message }] });
}

/** As mobileOf; undefined for what is no mobile number. */
export function mobileIn(text: string, country: string): string | undefined {
  const number = parsed(text.normalize('NFKC'), country);
  // Where mobile numbers look like others (North America), one of them will do.
  const type = number?.isValid() ? number.getType() : undefined;
  return number && (type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE') ? number.number : undefined;
}

function parsed(text: string, country: string) {
  try {
    return parsePhoneNumberWithError(text, isSupportedCountry(country) ? { defaultCountry: country } : {});
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}
