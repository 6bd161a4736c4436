import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { AgencyWithPortal } from '../../api/gen/identity.ts';
import { localText } from '../../format/names.ts';
import { Waiting } from '../../patterns/loaded.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { mostAgencies, usePortalAgencies } from './portal-agencies.ts';
import { texts } from './texts.ts';

/** Finds the agency one is a customer of, by its name; a code that is known already does as well. */
export function ChooseAgency({ onChosen }: { readonly onChosen: (code: string) => void }) {
  const t = texts.use();
  const [typed, setTyped] = useState('');
  const { data, error, isPending, refetch } = usePortalAgencies(useSettled(typed.trim()));
  return (
    <form
      className="choose-agency"
      onSubmit={(event) => {
        event.preventDefault();
        const [only] = data?.length === 1 ? data : [];
        const code = only?.code ?? typed.trim();
        if (code) onChosen(code);
      }}
    >
      <label htmlFor="agency">{t('which')}</label>
      <Input
        id="agency"
        size="large"
        autoFocus
        autoComplete="organization"
        maxLength={100}
        aria-describedby="agency-hint"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <small id="agency-hint" className="quiet">
        {t('whichHint')}
      </small>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {isPending && <Waiting lines={2} />}
      {data && <Found agencies={data} onChosen={onChosen} />}
      {data?.length === 0 && typed.trim() !== '' && (
        <>
          <p className="quiet" role="status">
            {t('none')}
          </p>
          <Button type="primary" htmlType="submit" block size="large">
            {t('goOn')}
          </Button>
        </>
      )}
    </form>
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
            <Button block onClick={() => onChosen(code)}>
              {localText(name)}
            </Button>
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
