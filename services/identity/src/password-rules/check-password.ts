import type { FieldProblem, Texts } from '@yitu/kernel';
import { errors } from '../errors.ts';
import { isLeaked } from './leaked-passwords.ts';
import { weaknessOf, type Weakness } from './strength.ts';

interface Wish {
  readonly password: string;
  /** What somebody who knows the person would try: names, addresses, the agency. */
  readonly about: readonly string[];
  /** Where the password stands in the request; `/body/password` unless said otherwise. */
  readonly field?: string;
}

/** Whether a password may be used. @throws identity/weak-password naming the rule */
export type CheckPassword = (wish: Wish) => Promise<void>;

const shortest = 10;

const explanations: Readonly<Record<'length' | 'leaked' | Weakness, Texts>> = {
  length: { zh: `至少 ${shortest} 个字符`, en: `must have at least ${shortest} characters` },
  leaked: { zh: '该密码曾在其他网站泄露，请换一个', en: 'has been leaked elsewhere; choose another one' },
  personal: {
    zh: '与您的姓名、账号、邮箱或机构过于相近',
    en: 'is too close to your name, account, e-mail address or agency',
  },
  guessable: {
    zh: '过于常见或容易猜到；几个不相干的词连在一起更安全',
    en: 'is common or easy to guess; a few unrelated words in a row are safer',
  },
};

/**
 * The rules of passwords (NIST SP 800-63B): length instead of kinds of characters, none that others would try first.
 * @param leakedFile hashes of leaked passwords, see leaked-passwords.ts
 */
export const passwordRules =
  (leakedFile: string | undefined): CheckPassword =>
  async ({ password, about, field = '/body/password' }) => {
    const composed = password.normalize('NFKC'); // as it is hashed
    const broken = await brokenRule(composed, about, leakedFile);
    if (broken) throw errors.weakPassword({ fields: [problem(field, broken)] });
  };

async function brokenRule(password: string, about: readonly string[], leakedFile: string | undefined) {
  if (Array.from(password).length < shortest) return 'length';
  if (leakedFile && (await isLeaked(leakedFile, password))) return 'leaked';
  return weaknessOf(password, about);
}

const problem = (field: string, rule: keyof typeof explanations): FieldProblem => ({
  field,
  rule,
  message: explanations[rule],
});

/** @throws identity/passwords-differ where the second typing is another one */
export function checkTyping({ password, passwordAgain }: { password: string; passwordAgain: string }): void {
  if (password.normalize('NFKC') === passwordAgain.normalize('NFKC')) return;
  const message = { zh: '两次输入的密码不一致', en: 'is not the password typed before' };
  throw errors.passwordsDiffer({ fields: [{ field: '/body/passwordAgain', rule: 'same', message }] });
}
