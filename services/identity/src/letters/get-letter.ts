import { identity } from '@yitu/contracts';
import { isId } from '@yitu/kernel';
import { query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { rpc } from '@yitu/runtime';
import { Invitation } from '../invitations/invitation.ts';
import { accountLink, type LinkRules } from '../links/account-link.ts';
import { PasswordReset } from '../password-resets/password-reset.ts';
import { EmailChange } from '../profile/email-change.ts';
import { Registration } from '../registrations/registration.ts';
import { User } from '../users/user.ts';

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

const registration: Write = async (uow, id, links) => {
  const [found] = await uow.find(Registration, { id, state: 'pending' });
  if (!found) return undefined;
  const { displayName: name, email, locale, expiresAt } = found;
  return { name, email, locale, link: accountLink('registration', found, links), linkExpiresAt: expiresAt };
};

/** To the owner of the account, wherever the registration came from. */
const registrationAttempt: Write = async (uow, id) => {
  const [found] = await uow.find(Registration, { id, state: 'refused' });
  return found?.existingUserId ? toUser(uow, found.existingUserId) : undefined;
};

const registrationRefused: Write = async (uow, id) => {
  const [found] = await uow.find(Registration, { id, state: 'refused' });
  return found && { name: found.displayName, email: found.email, locale: found.locale };
};

const passwordReset: Write = async (uow, id, links) => {
  const [found] = await uow.find(PasswordReset, { id, state: 'pending' });
  const user = found?.userId ? await toUser(uow, found.userId) : undefined;
  if (!found || !user) return undefined;
  return { ...user, link: accountLink('password-reset', found, links), linkExpiresAt: found.expiresAt };
};

const emailChange: Write = async (uow, id, links) => {
  const [found] = await uow.find(EmailChange, { id, state: 'pending' });
  const user = found && (await toUser(uow, found.userId));
  if (!found || !user) return undefined;
  const link = accountLink('email-change', found, links);
  return { ...user, email: found.newEmail, link, linkExpiresAt: found.expiresAt };
};

/** To the address the account had: also when the new one was confirmed meanwhile. */
const emailChangeNotice: Write = async (uow, id) => {
  const [found] = await uow.find(EmailChange, { id });
  const user = found && (await toUser(uow, found.userId));
  return found && user && { ...user, email: found.oldEmail };
};

/** Who may not sign in is not written to. */
async function toUser(uow: UnitOfWork, id: string): Promise<Letter | undefined> {
  const [user] = await uow.find(User, { id, active: true });
  return user && { name: user.displayName, email: user.email, locale: user.locale };
}

const letters: Readonly<Record<string, Write>> = {
  invitation,
  registration,
  'registration-attempt': registrationAttempt,
  'registration-refused': registrationRefused,
  'password-reset': passwordReset,
  'email-change': emailChange,
  'email-change-notice': emailChangeNotice,
};

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
