import { useEffect, useRef } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { LegalText } from '../../api/gen/identity.ts';
import { EntryField, EntryPassword } from '../../entry/entry-field.tsx';
import { needed, type EntryRules } from '../../entry/entry-rules.ts';
import { useEntryForm } from '../../entry/use-entry-form.ts';
import { fieldProblems } from '../../patterns/field-problems.ts';
import { PlainButton } from '../../patterns/plain-button.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useDraft } from '../../patterns/use-draft.ts';
import { currentLocale } from '../../texts/locale.ts';
import { useSubmission } from './submission.ts';
import { Consent } from './consent.tsx';
import { texts } from './texts.ts';

type Name =
  | 'displayName'
  | 'userName'
  | 'email'
  | 'mobile'
  | 'password'
  | 'passwordAgain'
  | 'acceptedTerms'
  | 'acceptedPrivacy';

/** Who registers, and what they agree to: the versions that are shown are those that are accepted. */
export function RegisterForm({
  agency,
  legal,
  onAsked,
}: {
  readonly agency: string;
  readonly legal: { readonly terms: LegalText; readonly privacy: LegalText };
  readonly onAsked: (email: string) => void;
}) {
  const t = texts.use();
  const register = async (values: Readonly<Record<Name, string>>) => {
    if (!(await send(values))) return;
    draft.discard();
    onAsked(values.email);
  };
  const entry = useEntryForm(useRules(), (values) => void register(values));
  const draft = useDraft('register', entry.draftable);
  const { send, problem, busy } = useSubmission((values: Readonly<Record<Name, string>>, key) => {
    const versions = {
      acceptedTerms: legal.terms.textVersion,
      acceptedPrivacy: legal.privacy.textVersion,
    };
    const body = { ...values, ...versions, agency, locale: currentLocale() };
    return answer(api.identity.POST('/v1/registrations', { body, headers: changing(key) }));
  });
  const { refuse } = entry;
  const refusal = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!problem) return;
    const fields = refusedFields(problem);
    refuse(fields);
    // Whoever sends a long form stands at its end.
    if (Object.keys(fields).length === 0) refusal.current?.scrollIntoView({ block: 'nearest' });
  }, [problem, refuse]);
  // Passwords and agreements are never kept.
  const keep = () => {
    const values = entry.values();
    if (!values) return;
    const { displayName, userName, email, mobile } = values;
    draft.keep({ displayName, userName, email, mobile });
  };
  return (
    <form {...entry.form} onChange={keep}>
      <div ref={refusal}>
        <ProblemAlert problem={problem} />
      </div>
      <Fields of={entry.field} />
      <Consent field={entry.field('acceptedTerms')} of={legal.terms} title={t('terms')} />
      <Consent field={entry.field('acceptedPrivacy')} of={legal.privacy} title={t('privacy')} />
      <PlainButton look="primary" type="submit" busy={busy} wide>
        {t('submit')}
      </PlainButton>
    </form>
  );
}

/** What is asked for, and in the form of what; the service has the same rules, and the last word. */
function useRules(): EntryRules<Name> {
  const t = texts.use();
  const filledIn = needed(t('required'));
  const pattern = (form: RegExp, message: string) => (value: string) =>
    form.test(value) ? undefined : message;
  const accepted = (value: string) => (value === 'on' ? undefined : t('mustAccept'));
  return {
    displayName: filledIn,
    userName: pattern(/^(?=.*\p{L})[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u, t('userNameWrong')),
    email: pattern(/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u, t('emailWrong')),
    mobile: filledIn,
    password: (value) => (Array.from(value).length < 10 ? t('passwordShort') : undefined),
    passwordAgain: (value, { password }) => (value === password ? undefined : t('passwordsDiffer')),
    acceptedTerms: accepted,
    acceptedPrivacy: accepted,
  };
}

const asked = ['displayName', 'userName', 'email', 'mobile', 'password'] as const satisfies readonly Name[];

/** What the service has found wrong, at the field it belongs to. */
function refusedFields(problem: unknown): Partial<Record<Name, string>> {
  const refused = fieldProblems(problem, Object.fromEntries(asked.map((name) => [name, ''])));
  const found: Partial<Record<Name, string>> = {};
  for (const name of asked) {
    const errors = refused.filter(({ name: [field] }) => field === name).flatMap((one) => one.errors);
    if (errors.length > 0) found[name] = errors.join(' ');
  }
  return found;
}

function Fields({ of: field }: { readonly of: ReturnType<typeof useEntryForm<Name>>['field'] }) {
  const t = texts.use();
  return (
    <>
      <EntryField {...field('displayName')} label={t('displayName')} autoComplete="name" maxLength={100} />
      <EntryField
        {...field('userName')}
        label={t('userName')}
        hint={t('userNameHint')}
        autoComplete="username"
        autoCapitalize="none"
        maxLength={40}
      />
      <EntryField
        {...field('email')}
        label={t('email')}
        hint={t('emailHint')}
        type="email"
        autoComplete="email"
        maxLength={254}
      />
      <EntryField {...field('mobile')} label={t('mobile')} type="tel" autoComplete="tel" maxLength={30} />
      <EntryPassword
        {...field('password')}
        label={t('password')}
        hint={t('passwordHint')}
        autoComplete="new-password"
        maxLength={200}
      />
      <EntryPassword
        {...field('passwordAgain')}
        label={t('passwordAgain')}
        autoComplete="new-password"
        maxLength={200}
      />
    </>
  );
}
