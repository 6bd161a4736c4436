import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** What a password was guessed by: words of the person's own, or anything else. */
export type Weakness = 'personal' | 'guessable';

/**
 * Guessing takes longer with each character (some 15 ms for the worst of this length, 45 for twice as many), while everybody else waits. No more of
 * a password is looked at: a longer one is at least as strong as its beginning.
 */
const lookedAt = 32;
/** zxcvbn's scale of 0 to 4: 3 is 10⁸ guesses and more, safe from guessing at the sign-in. */
const strongEnough = 3;

/** The dictionaries are half a megabyte: whoever never sets a password never loads them. */
const state: { guesser?: Promise<ZxcvbnFactory> } = {};

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: lookedAt });
}

/**
 * How a password would be guessed by people who know the usual ones and whom it is for.
 * @param about names, addresses and the like @returns undefined when it is strong enough
 */
export async function weaknessOf(password: string, about: readonly string[]): Promise<Weakness | undefined> {
  const plain = password.toLowerCase();
  if (about.some((text) => text.normalize('NFKC').toLowerCase().includes(plain))) return 'personal';
  state.guesser ??= load();
  const guesser = await state.guesser;
  const words = [...new Set(about.flatMap(wordsOf))];
  const { score, sequence } = guesser.check(password.slice(0, lookedAt), words);
  if (score >= strongEnough) return undefined;
  const personal = sequence.some(
    (match) => match.pattern === 'dictionary' && match['dictionaryName'] === 'userInputs',
  );
  return personal ? 'personal' : 'guessable';
}

/** A text and its parts: `wang.xiaoming@agency.example` also is `wang`, `xiaoming` and `agency`. */
const wordsOf = (text: string): string[] =>
  [text, ...text.split(/[^\p{L}\p{N}]+/u)]
    .map((word) => word.slice(0, 40))
    .filter((word) => word.length >= 3);
