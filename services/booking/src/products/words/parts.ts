import { pinyin } from 'pinyin-pro';

/** Characters of a part that are kept and searched by. */
export const longestPart = 30;

/** Above every character: a word is followed by something smaller. */
export const lastCharacter = '\u{10ffff}';

/** A text in the form texts are compared in: compatible characters made one, small letters, single blanks. */
export const textKey = (text: string): string =>
  text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The endings of a text that begin where a filter says so, each as long as is kept. @param beginsAt of a character and the one before it */
function endings(text: string, beginsAt: (character: string, before: string) => boolean): string[] {
  const characters = Array.from(textKey(text));
  return characters.flatMap((character, start) =>
    character !== ' ' && beginsAt(character, characters[start - 1] ?? ' ')
      ? [characters.slice(start, start + longestPart).join('')]
      : [],
  );
}

/** Every ending of a text: any part of it is the beginning of one. */
export const everyEnding = (text: string): string[] => endings(text, () => true);

/** The endings of a text that begin with a word: each character of Chinese and Japanese is one, elsewhere letters and digits stay together. */
export const endingsAtWords = (text: string): string[] =>
  endings(text, (character, before) => isWord(character) && !(isLetter(character) && isLetter(before)));

/** The same of a text of several words as one word: Hong Kong is looked for as hongkong too. Nothing of other texts. */
export function endingsTogether(text: string): string[] {
  const words = textKey(text).split(' ');
  return words.length === 1
    ? []
    : words.map((_one, start) => Array.from(words.slice(start).join('')).slice(0, longestPart).join(''));
}

const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
const isLetter = (character: string): boolean =>
  isWord(character) && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character);

/** How a Chinese text is read, without tones (ü is v), from each syllable on, and its initials; nothing of other texts. */
export function readings(text: string): string[] {
  const key = textKey(text);
  if (!isChinese(key)) return [];
  const syllables = pinyin(key, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.replaceAll(' ', ''))
    .filter((syllable) => syllable !== '');
  const initials = syllables.map((syllable) => Array.from(syllable)[0] ?? '');
  return [syllables, initials].flatMap((pieces) =>
    pieces.map((_one, start) => Array.from(pieces.slice(start).join('')).slice(0, longestPart).join('')),
  );
}
