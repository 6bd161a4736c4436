/** The characters of the code: digits and capital letters without I, O, S, V, Z, which are mistaken for others; each is worth its place. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Registrar and kind of entity, six digits of the administrative division, nine characters of the organisation, the check character. */
const form = new RegExp(`^[${alphabet}]{2}\\d{6}[${alphabet}]{10}$`);

/**
 * A unified social credit code (统一社会信用代码) in its compact form, without the spaces people write it with.
 * @returns undefined where the text is none by form or check character (GB 32100-2015: weights are powers of 3, modulo 31)
 */
export function socialCreditCode(text: string): string | undefined {
  const code = text.replaceAll(' ', '').toUpperCase();
  if (!form.test(code)) return undefined;
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return code.endsWith(alphabet.charAt((31 - (sum % 31)) % 31)) ? code : undefined;
}
