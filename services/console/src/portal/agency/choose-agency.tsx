import { useEffect, useState } from 'react';
import type { AgencyWithPortal } from '../../api/gen/identity.ts';
import { EntryField } from '../../entry/entry-field.tsx';
import { localText } from '../../format/names.ts';
import { Waiting } from '../../patterns/loaded.tsx';
import { PlainButton } from '../../patterns/plain-button.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { agencyMeant } from './agency-meant.ts';
import { fewestCharacters, mostAgencies, usePortalAgencies } from './portal-agencies.ts';
import { texts } from './texts.ts';

/** Finds the agency one is a customer of, by its name; a code that is known already does as well. */
export function ChooseAgency({ onChosen }: { readonly onChosen: (code: string) => void }) {
  const t = texts.use();
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed.trim());
  const { data, error, isLoading, isPlaceholderData, refetch } = usePortalAgencies(asked);
  const found = data && !isPlaceholderData ? { text: asked, agencies: data } : undefined;
  const none = found?.agencies.length === 0 && asked === typed.trim();
  return (
    <form
      className="choose-agency"
      onSubmit={(event) => {
        event.preventDefault();
        const code = agencyMeant(typed, found);
        if (code !== undefined) onChosen(code);
      }}
    >
      <EntryField
        name="agency"
        label={t('which')}
        hint={t('whichHint')}
        autoFocus
        autoComplete="organization"
        maxLength={100}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {isLoading && <Waiting lines={2} />}
      {data && Array.from(typed.trim()).length >= fewestCharacters && (
        <Found agencies={data} onChosen={onChosen} />
      )}
      {none && <NoneFound onGoOn={() => onChosen(typed.trim())} />}
    </form>
  );
}

/** An agency that is not open to the public is reached by its code. A button of its own, not the form's: Enter must not take a word for a code. */
function NoneFound({ onGoOn }: { readonly onGoOn: () => void }) {
  const t = texts.use();
  return (
    <>
      <p className="quiet" role="status">
        {t('none')}
      </p>
      <PlainButton look="primary" wide onClick={onGoOn}>
        {t('goOn')}
      </PlainButton>
    </>
  );
}

function Found({
  agencies,
  onChosen,
}: {
  readonly agencies: readonly AgencyWithPortal[];
  readonly onChosen: (code: string) => void;
}) {
  const t = texts.use();
  return (
    <>
      <ul aria-label={t('found')}>
        {agencies.map(({ code, name }) => (
          <li key={code}>
            <PlainButton wide onClick={() => onChosen(code)}>
              {localText(name)}
            </PlainButton>
          </li>
        ))}
      </ul>
      {agencies.length >= mostAgencies && <p className="quiet">{t('more')}</p>}
    </>
  );
}

/** A text that has stood still for a moment: not every key asks. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
