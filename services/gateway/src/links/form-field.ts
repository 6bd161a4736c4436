import { html, type Html } from '../pages/html.ts';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'password';
  /** What the browser may fill in (HTML, autofill detail tokens). */
  readonly autocomplete: 'username' | 'new-password';
  readonly hint?: string;
  readonly value?: string;
  readonly minLength: number;
  readonly maxLength: number;
}

/** A line to type something in; what is wrong with it stands below and is read out with it. */
export function formField(field: Field, problem: string | undefined): Html {
  const { name, label, type, autocomplete, hint, value = '', minLength, maxLength } = field;
  const about = [hint === undefined ? '' : `${name}-hint`, problem === undefined ? '' : `${name}-problem`];
  return html`<label class="field">
    ${label}
    <input
      type="${type}"
      name="${name}"
      value="${value}"
      required
      minlength="${minLength}"
      maxlength="${maxLength}"
      autocomplete="${autocomplete}"
      aria-describedby="${about.join(' ').trim()}"
      ${problem !== undefined && html`aria-invalid="true"`}
    />
    ${hint !== undefined && html`<span class="muted" id="${name}-hint">${hint}</span>`}
    ${problem !== undefined && html`<span class="problem" id="${name}-problem">${problem}</span>`}
  </label>`;
}

/** The two lines of a new password. @param problems by field */
export function newPasswordFields(
  text: (zh: string, en: string) => string,
  problems: Readonly<Record<string, string>>,
): Html {
  const password = { type: 'password', autocomplete: 'new-password', maxLength: 200 } as const;
  const first = {
    ...password,
    name: 'password',
    label: text('密码', 'Password'),
    hint: text(
      '至少 10 个字符；几个不相干的词连在一起就很好',
      'At least 10 characters; a few unrelated words will do',
    ),
    minLength: 10,
  };
  const again = {
    ...password,
    name: 'passwordAgain',
    label: text('再次输入密码', 'The password again'),
    minLength: 1,
  };
  return html`${formField(first, problems['password'])}${formField(again, problems['passwordAgain'])}`;
}
