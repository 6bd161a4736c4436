import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const src = join(import.meta.dirname, '..');
const sources = globSync('**/*.tsx', { cwd: src }).map((file) => ({
  file,
  text: readFileSync(join(src, file), 'utf8'),
}));

/** Every form of a source that may keep a draft, with its fields. */
const formsOf = (text: string): string[] =>
  text.match(/<(FormDialog|ActionDialog|FormDrawer)\b[\s\S]*?(<\/\1>|\n\s*\/>)/g) ?? [];

describe('what must not stay in the browser', () => {
  // Their fields stand elsewhere, or are no passwords: whoever gives one of them a draft has to say so here too.
  test('is entered into dialogs without a draft', () => {
    const silent = sources.filter(({ text }) => formsOf(text).some((form) => form.includes('draft={null}')));
    expect(silent.map(({ file }) => file).toSorted()).toEqual([
      'patterns/reveal.tsx',
      'session/passkeys/passkey-forms.tsx',
      'staff/account/confirm-authenticator.tsx',
      'staff/account/password.tsx',
      'staff/account/profile.tsx',
      'staff/account/prove-yourself.tsx',
      'staff/customers/bank-accounts.tsx',
      'staff/customers/document-form.tsx',
      'staff/customers/erase-person.tsx',
      'staff/operations-sheets/passengers.tsx',
      'staff/security/provider-form.tsx',
      'staff/users/add-user.tsx',
    ]);
  });

  test('is in no form with one', () => {
    const secret = /Input\.Password|one-time-code|name="clientSecret"/;
    const keeping = sources.flatMap(({ file, text }) =>
      formsOf(text)
        .filter((form) => secret.test(form) && !form.includes('draft={null}'))
        .map(() => file),
    );
    expect(keeping).toEqual([]);
  });
});

test('the drafts of two forms do not have one name', () => {
  const names = sources.flatMap(({ text }) =>
    formsOf(text).flatMap(
      (form) => /\bname(?:=\{|: )(`[^`]*`)/.exec(form.split('>\n', 1)[0] ?? '')?.[1] ?? [],
    ),
  );
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});
