import { Link } from '@tanstack/react-router';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useMay } from '../../session/me.ts';
import { moneyStates, moneyTones } from './words.ts';

export function MoneyState({ of }: { readonly of: string }) {
  moneyStates.use();
  return <StateTag tone={moneyTones[of] ?? 'over'}>{moneyStates.word(of)}</StateTag>;
}

/** The entry something was posted with, by its number. */
export function EntryLink({ id, number }: { readonly id: string; readonly number: string }) {
  if (!useMay()('finance.entry.read')) return <>{number}</>;
  return (
    <Link to="/ledger/$entryId" params={{ entryId: id }}>
      {number}
    </Link>
  );
}
