/**
 * Whether a text can be a whole phone number: with its country code, a Chinese mobile one, or a Chinese one with its area code. Other digits are part of a
 * name or of a number that is still being typed; asked for as a phone number they would be refused.
 */
export const isPhoneLike = (text: string): boolean =>
  /^(\+\d{8,15}|1\d{10}|0\d{9,11})$/.test(text.replaceAll(/[\s-]/g, ''));
