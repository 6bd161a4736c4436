import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '@yitu/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkTyping, passwordRules } from './check-password.ts';
import { isLeaked } from './leaked-passwords.ts';

const about = ['王小明', 'wang.xiaoming', 'wang.xiaoming@yunqi.example', 'yunqi', '云旗旅行社'];
const ruleBroken = (password: string, leakedFile?: string) =>
  passwordRules(leakedFile)({ password, about }).then(
    () => undefined,
    (error: unknown) => (error instanceof DomainError ? error.fields[0]?.rule : error),
  );

describe('a password', () => {
  it.each([
    'correct horse battery',
    'xK9$mQ2vLp',
    '湖上有三只很懒的白鹅在晒太阳',
    'x'.repeat(3) + ' unrelated words '.repeat(11),
  ])('may be %s', async (password) => {
    expect(await ruleBroken(password)).toBeUndefined();
  });

  it.each([
    ['short', 'xK9$mQ2vL', 'length'],
    ['short once it is composed', 'e\u0301'.repeat(9), 'length'],
    ['common', 'password123', 'guessable'],
    ['a walk over the keyboard', 'qwertyuiop[]', 'guessable'],
    ['a repetition', 'abcabcabcabcabc', 'guessable'],
    ['one that begins with 32 equal characters', `${'a'.repeat(32)}xK9$mQ2vLp`, 'guessable'],
    ['the own e-mail address', 'wang.xiaoming@yunqi.example', 'personal'],
    ['a part of it', 'Xiaoming@yunqi', 'personal'],
    ['own name and agency', 'xiaomingyunqi', 'personal'],
    ['the own name in Chinese, written in full width', '云旗旅行社王小明１２', 'personal'],
  ])('may not be %s', async (_what, password, rule) => {
    expect(await ruleBroken(password)).toBe(rule);
  });

  it('is typed twice the same, whichever way its characters are composed', () => {
    expect(() => checkTyping({ password: 'caf\u00e9', passwordAgain: 'cafe\u0301' })).not.toThrow();
    expect(() => checkTyping({ password: 'one', passwordAgain: 'other' })).toThrow(
      'identity/passwords-differ',
    );
  });
});

describe('the list of leaked passwords', () => {
  const listed = Array.from({ length: 2_000 }, (_none, index) => `leaked ${index}`);
  let directory: string;
  let file: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'yitu-leaked-'));
    file = join(directory, 'sha1.txt');
    const hash = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();
    const lines = listed.map((text, index) => `${hash(text)}:${10 ** (index % 8)}`).toSorted();
    await writeFile(file, `${lines.join('\n')}\n`);
  });
  afterAll(() => rm(directory, { recursive: true }));

  it('is found in from its first line to its last, and nothing else is', async () => {
    const found = await Promise.all(listed.map((text) => isLeaked(file, text)));
    expect(found.filter((one) => !one)).toEqual([]);
    const others = Array.from({ length: 500 }, (_none, index) => `never ${index}`);
    const wrong = await Promise.all(others.map((text) => isLeaked(file, text)));
    expect(wrong.filter(Boolean)).toEqual([]);
  });

  it('ends with or without an empty line, in either kind of line ends', async () => {
    const hash = createHash('sha1').update('the one').digest('hex').toUpperCase();
    for (const text of [hash, `${hash}:3`, `${hash}:3\r\n`, `${'0'.repeat(40)}:1\r\n${hash}:3\r\n`]) {
      await writeFile(join(directory, 'small.txt'), text);
      expect(await isLeaked(join(directory, 'small.txt'), 'the one')).toBe(true);
    }
    await writeFile(join(directory, 'small.txt'), '');
    expect(await isLeaked(join(directory, 'small.txt'), 'the one')).toBe(false);
  });

  it('refuses a password that no dictionary has', async () => {
    expect(await ruleBroken('leaked 1234', file)).toBe('leaked');
    expect(await ruleBroken('correct horse battery', file)).toBeUndefined();
  });
});
