import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { EntryField } from '../../entry/entry-field.tsx';
import { needed } from '../../entry/entry-rules.ts';
import { useEntryForm } from '../../entry/use-entry-form.ts';
import { PlainButton } from '../../patterns/plain-button.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { texts } from '../texts.ts';
import { keptAgency } from './agency.ts';

/** Asks for a link to set a new password. The answer is the same whether or not there is such an account. */
export function ForgottenStep({
  agency: known,
  onBack,
}: {
  readonly agency?: string;
  readonly onBack: () => void;
}) {
  const t = texts.use();
  const [problem, setProblem] = useState<unknown>();
  const [asked, setAsked] = useState(false);
  const entered = needed(t('required'));
  const rules = { agency: known === undefined ? entered : () => undefined, login: entered };
  const { form, field } = useEntryForm(rules, ({ login, ...typed }) => {
    const body = { agency: known ?? typed.agency, login };
    void answer(api.identity.POST('/v1/password-resets', { body })).then(() => setAsked(true), setProblem);
  });
  return (
    <form {...form}>
      <ProblemAlert problem={problem} />
      {asked && (
        <p role="status" className="entry-done">
          {t('resetAsked')}
        </p>
      )}
      {known === undefined && (
        <EntryField
          {...field('agency')}
          label={t('agency')}
          autoComplete="organization"
          defaultValue={keptAgency()}
        />
      )}
      <EntryField {...field('login')} label={t('login')} autoComplete="username" autoFocus />
      <div className="entry-deeds">
        <PlainButton look="primary" type="submit" wide>
          {t('resetSend')}
        </PlainButton>
        <PlainButton look="link" onClick={onBack}>
          {t('back')}
        </PlainButton>
      </div>
    </form>
  );
}
