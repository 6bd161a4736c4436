import { EntryField, EntryPassword } from '../../entry/entry-field.tsx';
import { needed } from '../../entry/entry-rules.ts';
import { useEntryForm } from '../../entry/use-entry-form.ts';
import { PlainButton } from '../../patterns/plain-button.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { signIn, signInWithPasskey, type SignedIn } from '../sign-in.ts';
import { texts } from '../texts.ts';
import { keptAgency, keepAgency } from './agency.ts';
import { useAttempt } from './use-attempt.ts';

/** Agency, login and password, or a passkey. */
export function PasswordStep({
  agency: known,
  onDone,
  onForgotten,
}: {
  /** Where it is known: it is not asked for. */
  readonly agency?: string;
  readonly onDone: (done: SignedIn) => void;
  readonly onForgotten: () => void;
}) {
  const t = texts.use();
  const { attempt, problem, busy } = useAttempt(onDone);
  const entered = needed(t('required'));
  const asked = known === undefined;
  const rules = { agency: asked ? entered : () => undefined, login: entered, password: entered };
  const { form, field } = useEntryForm(rules, ({ login, password, ...typed }) => {
    const agency = known ?? typed.agency;
    keepAgency(agency);
    void attempt(() => signIn({ agency, login, password }));
  });
  const kept = known ?? keptAgency();
  return (
    <form {...form}>
      <ProblemAlert problem={problem} />
      {asked && (
        <EntryField
          {...field('agency')}
          label={t('agency')}
          hint={t('agencyHint')}
          autoComplete="organization"
          autoFocus={kept === ''}
          defaultValue={kept}
          maxLength={40}
        />
      )}
      <EntryField
        {...field('login')}
        label={t('login')}
        autoComplete="username webauthn"
        autoCapitalize="none"
        autoFocus={kept !== ''}
        maxLength={200}
      />
      <EntryPassword
        {...field('password')}
        label={t('password')}
        autoComplete="current-password"
        maxLength={200}
      />
      <div className="entry-deeds">
        <PlainButton look="primary" type="submit" busy={busy} wide>
          {t('signIn')}
        </PlainButton>
        <PlainButton wide onClick={() => void attempt(signInWithPasskey)}>
          {t('passkey')}
        </PlainButton>
        <PlainButton look="link" onClick={onForgotten}>
          {t('forgotten')}
        </PlainButton>
      </div>
    </form>
  );
}
