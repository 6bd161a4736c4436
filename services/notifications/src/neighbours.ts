import { crm, identity, itinerary } from '@yitu/contracts';
import { DomainError, type Locale, type Texts } from '@yitu/kernel';
import type { Ask, Behalf } from '@yitu/runtime';
import { errors } from './errors.ts';

export interface Addressee {
  readonly name: string;
  /** Empty where none is known. */
  readonly email: string;
  readonly locale: Locale;
}

/**
 * What notifications asks of the others, at the moment a letter is sent: addresses and links are kept by their owners alone.
 * Each rejects with a refusal of the service asked, `<service>/unavailable` when there is no answer.
 */
export interface Neighbours {
  /** Where to reach a customer (crm). */
  readonly customer: (behalf: Behalf, customerId: string) => Promise<Addressee>;
  /** Whom the customer can turn to (identity); undefined for somebody who is no longer there. */
  readonly staffMember: (behalf: Behalf, userId: string) => Promise<Omit<Addressee, 'locale'> | undefined>;
  /** A member of staff who is written to themselves (identity); undefined for somebody who is no longer there. */
  readonly colleague: (behalf: Behalf, userId: string) => Promise<Addressee | undefined>;
  /** What a security incident is about (identity). */
  readonly incident: (behalf: Behalf, incidentId: string) => Promise<Incident>;
  /** The customer's link to sign a contract (itinerary). */
  readonly signingLink: (
    behalf: Behalf,
    contractId: string,
  ) => Promise<{ link: string; contractNumber: string }>;
  /** The customer's link to answer a proposed plan (itinerary). */
  readonly acceptanceLink: (behalf: Behalf, proposalId: string) => Promise<string>;
  /** The customer's link to a questionnaire (crm). */
  readonly surveyLink: (behalf: Behalf, surveyId: string) => Promise<string>;
  /** Whom a letter about an account is to, and the link it has (identity). */
  readonly accountLetter: (behalf: Behalf, letter: string, aboutId: string) => Promise<AccountLetter>;
}

export interface AccountLetter extends Addressee {
  /** Empty where the letter has none. */
  readonly link: string;
  readonly linkExpiresAt: string | undefined;
}

export interface Incident {
  readonly kindName: Texts;
  readonly severity: string;
  /** Empty where a rule opened it. */
  readonly title: string;
}

/** The others, as they answer over gRPC. */
export const neighboursOf = (ask: Record<'crm' | 'identity' | 'itinerary', Ask>): Neighbours => ({
  customer: async (behalf, customerId) => {
    const method = crm.CustomersServiceService.getContact;
    const { displayName, email, locale } = await answered(ask.crm(method, { customerId }, behalf));
    return { name: displayName, email, locale: locale === 'en' ? 'en' : 'zh' };
  },
  staffMember: async (behalf, userId) => {
    try {
      const method = identity.StaffServiceService.getStaffMember;
      const { displayName, email, active } = await answered(ask.identity(method, { userId }, behalf));
      return active ? { name: displayName, email } : undefined;
    } catch (error) {
      if (error instanceof DomainError && error.status === 404) return undefined;
      throw error;
    }
  },
  colleague: async (behalf, userId) => {
    const method = identity.StaffServiceService.getStaffMember;
    const found = await answered(ask.identity(method, { userId }, behalf));
    const { displayName: name, email, locale, active } = found;
    return active ? { name, email, locale: locale === 'en' ? 'en' : 'zh' } : undefined;
  },
  incident: async (behalf, incidentId) => {
    const method = identity.IncidentsServiceService.describeIncident;
    const { kind, kindName, severity, title } = await answered(ask.identity(method, { incidentId }, behalf));
    return { kindName: kindName ?? { zh: kind, en: kind }, severity, title };
  },
  signingLink: (behalf, contractId) =>
    answered(ask.itinerary(itinerary.ContractsServiceService.getSigningLink, { contractId }, behalf)),
  acceptanceLink: async (behalf, proposalId) => {
    const method = itinerary.PlanProposalsServiceService.getAcceptanceLink;
    return (await answered(ask.itinerary(method, { proposalId }, behalf))).link;
  },
  surveyLink: async (behalf, surveyId) => {
    const method = crm.SurveysServiceService.getSurveyLink;
    return (await answered(ask.crm(method, { surveyId }, behalf))).link;
  },
  accountLetter: async (behalf, letter, aboutId) => {
    const method = identity.LettersServiceService.getLetter;
    const { locale, ...told } = await answered(ask.identity(method, { letter, aboutId }, behalf));
    return { ...told, linkExpiresAt: told.linkExpiresAt, locale: locale === 'en' ? 'en' : 'zh' };
  },
});

/** Asking can also fail before the question goes out: without identity there is no token to show. That passes too. */
async function answered<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (cause) {
    throw cause instanceof DomainError ? cause : errors.answerMissing({ cause });
  }
}
