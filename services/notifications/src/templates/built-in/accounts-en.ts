import type { Content } from '../content.ts';
import type { AccountLetterKey } from '../variables.ts';
import { button, letter, paragraph } from './letter.ts';

const greeting = 'Dear {{name}},';
const valid = paragraph(
  'The link is valid until {{linkExpiresAt}} and works once. Please do not forward it.',
);
const ignore = 'If this was not you, ignore this letter; there is nothing you need to do.';

/** Letters about accounts in English. */
export const aboutAccountsEn: Readonly<Record<AccountLetterKey, Content>> = {
  invitation: letter({
    subject: '{{agencyName}} invites you to join',
    heading: 'Your staff account',
    greeting,
    body: [
      paragraph(
        '{{agencyName}} invites you to work with Yitu. Open this link to choose your user name and password.',
      ),
      button('Accept the invitation'),
      valid,
    ],
    contact: 'If you do not know us, ignore this letter.',
  }),
  registration: letter({
    subject: 'Please confirm your registration with {{agencyName}}',
    heading: 'One more step',
    greeting,
    body: [
      paragraph(
        'Thank you for registering with {{agencyName}}. Open this link to confirm your e-mail address; your account is ready then.',
      ),
      button('Confirm the e-mail address'),
      valid,
    ],
    contact: ignore,
  }),
  'registration-attempt': letter({
    subject: 'Somebody tried to register with {{agencyName}} as you',
    heading: 'You have an account already',
    greeting,
    body: [
      paragraph(
        'Somebody has just tried to register with {{agencyName}} with the same e-mail address, mobile number or user name as yours. Nothing about your account has changed, and they are not told that you have one.',
      ),
      paragraph('If it was you, simply sign in; if you have forgotten your password, set a new one there.'),
    ],
    contact: ignore,
  }),
  'registration-refused': letter({
    subject: 'Your registration with {{agencyName}} could not be completed',
    heading: 'Not completed',
    greeting,
    body: [
      paragraph(
        'We are sorry: no account can be opened with the details you gave. Register again with another user name, or ask one of our shops.',
      ),
    ],
    contact: ignore,
  }),
  'password-reset': letter({
    subject: 'Set a new password for {{agencyName}}',
    heading: 'Set a new password',
    greeting,
    body: [
      paragraph(
        'You can set a new password with this link. You will have to sign in again on all your devices then.',
      ),
      button('Set a new password'),
      valid,
    ],
    contact: 'If you did not ask for this, ignore this letter; your password stays as it is.',
  }),
  'email-change': letter({
    subject: 'Please confirm your new e-mail address',
    heading: 'Your new e-mail address',
    greeting,
    body: [
      paragraph(
        'This is to be the e-mail address of your account with {{agencyName}}. Open this link to confirm it.',
      ),
      button('Confirm the new address'),
      valid,
    ],
    contact: ignore,
  }),
  'email-change-notice': letter({
    subject: 'The e-mail address of your {{agencyName}} account is to change',
    heading: 'A new e-mail address was given',
    greeting,
    body: [
      paragraph(
        'Another e-mail address was given for your account. Once it is confirmed we will no longer write to this one.',
      ),
      paragraph('If this was not you, change your password at once and tell one of our shops.'),
    ],
    contact: 'If it was you, there is nothing you need to do.',
  }),
};
