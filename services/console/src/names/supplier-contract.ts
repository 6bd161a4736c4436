import { todayIn } from '../format/dates.ts';
import { useMe } from '../session/me.ts';
import { contractStanding, type Contracted } from './contract-standing.ts';
import { texts } from './texts.ts';

/** Says that the contract with a supplier is over, or soon will be; nothing while it lasts. */
export function useContractWarning() {
  const t = texts.use();
  const day = todayIn(useMe().agency.timeZone);
  return (supplier: Contracted): string | undefined => {
    const standing = contractStanding(supplier, day);
    return standing === 'lasts'
      ? undefined
      : t(`contract-${standing}`, { date: supplier.contractUntil ?? '' });
  };
}
