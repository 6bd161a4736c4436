import type { Consent } from '../../api/gen/crm.ts';

/** The version of `marketingWhat`, the text that is agreed to: it changes with that text. */
const textVersion = 'portal-2026-1';

/** What a customer says of one way: an agreement names the text it is to, a withdrawal is of none. */
export const saying = (channel: Consent['channel'], given: boolean) => ({
  ...{ purpose: 'marketing' as const, channel, given },
  ...(given && { textVersion }),
});
