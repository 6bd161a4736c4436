import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { queueAccountLetter } from './delivery.ts';

const onInvitationSent = reaction(events.invitationSent, (uow, { invitationId: aboutId, branchId }) => {
  queueAccountLetter(uow, 'invitation', { aboutId, branchId });
  return Promise.resolve();
});

const onRegistrationAccepted = reaction(
  events.registrationAccepted,
  (uow, { registrationId: aboutId, branchId }) => {
    queueAccountLetter(uow, 'registration', { aboutId, branchId });
    return Promise.resolve();
  },
);

/** The owner of the account is told; so is whoever tried from another address, but not what of theirs is taken. */
const onRegistrationRefused = reaction(
  events.registrationRefused,
  (uow, { registrationId: aboutId, branchId, applicantTold }) => {
    queueAccountLetter(uow, 'registration-attempt', { aboutId, branchId });
    if (applicantTold) queueAccountLetter(uow, 'registration-refused', { aboutId, branchId });
    return Promise.resolve();
  },
);

const onPasswordResetGranted = reaction(
  events.passwordResetGranted,
  (uow, { passwordResetId: aboutId, branchId }) => {
    queueAccountLetter(uow, 'password-reset', { aboutId, branchId });
    return Promise.resolve();
  },
);

/** The new address is asked whether it is theirs; the old one is told, so that nobody loses an account unseen. */
const onEmailChangeRequested = reaction(
  events.emailChangeRequested,
  (uow, { emailChangeId: aboutId, branchId }) => {
    queueAccountLetter(uow, 'email-change', { aboutId, branchId });
    queueAccountLetter(uow, 'email-change-notice', { aboutId, branchId });
    return Promise.resolve();
  },
);

/** Letters about accounts: what they say and where they lead is asked of identity when they are sent. */
export const accountLetterReactions = [
  onInvitationSent,
  onRegistrationAccepted,
  onRegistrationRefused,
  onPasswordResetGranted,
  onEmailChangeRequested,
];
