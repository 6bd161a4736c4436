import type { Sight } from './cases.ts';
import { isVisible } from './expectation.ts';
import type { Owner } from './objects.ts';
import { idsIn, type Request } from './request.ts';

/**
 * Ids in an answer that must not be seen by whoever asked: of another agency, of a branch beyond their reach, of somebody else's where only the own is
 * seen. What the call itself named is nothing new to them.
 */
export function wronglyShown(
  text: string,
  request: Request,
  sight: Sight | undefined,
  owners: ReadonlyMap<string, Owner>,
): string[] {
  return idsIn(text).filter((id) => {
    const owner = owners.get(id);
    return owner !== undefined && !request.ids.includes(id) && !isSeen(id, owner, sight);
  });
}

function isSeen(id: string, owner: Owner, sight: Sight | undefined): boolean {
  if (!sight) return false;
  if ('operator' in sight) return id === owner.agencyId;
  const { person, reach, agencyId } = sight;
  if (!person || !reach) return owner.agencyId === agencyId;
  // A thing of one's own may name the branch and the customer it belongs to, which are nobody's own.
  return isVisible(owner, person, reach === 'own' && owner.userId === undefined ? 'branch' : reach);
}
