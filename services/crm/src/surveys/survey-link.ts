import { accessErrors, openLink, signLink, type LinkHolder } from '@yitu/access';
import type { Survey } from './survey.ts';

/** How customers' links are made and checked. */
export interface LinkRules {
  readonly secret: string;
  /** Origin the links point to, without a slash at its end. */
  readonly publicUrl: string;
}

export const answerPermission = 'crm.survey.answer';

/** The link with which a customer answers one questionnaire, until its last day is over. The same survey always has the same link. */
export function surveyLink({ agencyId, id, expiresAt }: Survey, { secret, publicUrl }: LinkRules): string {
  const expires = Math.floor(expiresAt.epochMilliseconds / 1_000);
  const token = signLink(
    { agencyId, permission: answerPermission, objectId: id, expiresAt: expires },
    secret,
  );
  return `${publicUrl}/links/survey?token=${token}`;
}

/** Whoever holds a link to a questionnaire. @throws access/invalid-link also for a link to something else, access/expired-link */
export function holderOf(token: string, { secret }: LinkRules, now: Temporal.Instant): LinkHolder {
  const holder = openLink(token, secret, now);
  if (holder.permission !== answerPermission) throw accessErrors.invalidLink();
  return holder;
}
