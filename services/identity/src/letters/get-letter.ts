import { identity } from '@yitu/contracts';
import { isId } from '@yitu/kernel';
import { query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { rpc } from '@yitu/runtime';
import { Invitation } from '../invitations/invitation.ts';
import { accountLink, type LinkRules } from '../links/account-link.ts';

/** Whom a letter is to, and the link it has. */
interface Letter {
  readonly name: string;
  readonly email: string;
  readonly locale: 'zh' | 'en';
  readonly link?: string;
  readonly linkExpiresAt?: Temporal.Instant;
}

/** Each answers undefined where the letter is no longer to be sent. */
type Write = (uow: UnitOfWork, aboutId: string, links: LinkRules) => Promise<Letter | undefined>;

const invitation: Write = async (uow, id, links) => {
  const [found] = await uow.find(Invitation, { id, state: 'pending' });
  if (!found) return undefined;
  const { agencyId, linkId, displayName: name, email, locale, expiresAt } = found;
  const link = accountLink('invitation', { agencyId, id: linkId, expiresAt }, links);
  return { name, email, locale, link, linkExpiresAt: expiresAt };
};

const letters: Readonly<Record<string, Write>> = { invitation };

interface Wanted {
  letter: string;
  aboutId: string;
  links: LinkRules;
}

const getLetter = query(
  { permission: 'identity.letter.read' },
  async (uow, { letter, aboutId, links }: Wanted) => {
    const write = Object.hasOwn(letters, letter) ? letters[letter] : undefined;
    const written = isId(aboutId) ? await write?.(uow, aboutId, links) : undefined;
    if (!written) throw requestErrors.notFound();
    return written;
  },
);

/** What a letter about an account needs now. Whoever has its link can use it: it is told to nobody but the service that sends it. */
export const getLetterRpc = (links: LinkRules) =>
  rpc(identity.LettersServiceService.getLetter, async (call, { letter, aboutId }) => {
    const {
      name,
      email,
      locale,
      link = '',
      linkExpiresAt,
    } = await getLetter(call, { letter, aboutId, links });
    return { name, email, locale, link, linkExpiresAt: linkExpiresAt?.toString() };
  });
