import { pinyin } from 'pinyin-pro';

/** The syllables of a name, without tones, a surname as one is read (曾 zeng, 单 shan); ü is v. What is not Chinese stays together as it is. */
const syllablesOf = (name: string): string[] =>
  pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.trim())
    .filter((syllable) => syllable !== '');

const isChinese = (name: string): boolean => /\p{Script=Han}/u.test(name);

/** Every ending of a Chinese name as it is read, and of its initials; nothing of other names. @param name in the form names are compared in */
export function pinyinPartsOf(name: string): string[] {
  if (!isChinese(name)) return [];
  const syllables = syllablesOf(name);
  const initials = syllables.map((syllable) => Array.from(syllable)[0] ?? '');
  return [syllables, initials].flatMap((pieces) => pieces.map((_one, start) => pieces.slice(start).join('')));
}

/** What a name is ordered by: as it is read, and names that are read alike by their characters. */
export const orderKeyOf = (name: string): string =>
  (isChinese(name) ? `${syllablesOf(name).join(' ')} ${name}` : name).slice(0, 200);
