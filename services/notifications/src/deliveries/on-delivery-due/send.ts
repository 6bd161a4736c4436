import { agencyOf, type Agency } from '@yitu/directory';
import { DomainError, type Clock, type Locale } from '@yitu/kernel';
import { query, type Call, type Database, type UnitOfWork } from '@yitu/persistence';
import type { Mailer } from '../../mail/mailer.ts';
import type { Neighbours } from '../../neighbours.ts';
import { orderOf, type KnownOrder } from '../../orders/known-orders.ts';
import { render } from '../../templates/render.ts';
import { templateInForce, type Template } from '../../templates/template.ts';
import {
  accountLetterVariables,
  incidentLetterVariables,
  isAccountLetter,
  isStaffLetter,
  letterVariables,
  type Facts,
  type LetterKey,
  type Setting,
  type Variables,
} from '../../templates/variables.ts';
import { wordingOf, type Wording } from '../../templates/wording.ts';
import { Delivery } from '../delivery.ts';
import type { Outcome } from './decide.ts';

export interface Post {
  readonly database: Database;
  readonly clock: Clock;
  readonly neighbours: Neighbours;
  readonly mailer: Mailer;
}

/** Everything a letter needs out of the own database. */
interface Draft {
  readonly delivery: Delivery;
  readonly agency: Agency;
  readonly templates: Readonly<Record<Locale, Template>>;
  /** What an order's letter is about; undefined in all others. */
  readonly order: KnownOrder | undefined;
}

/** Whom a letter goes to, and what fills its template. */
interface Prepared {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly variables: (agencyName: string, wording: Wording) => Variables;
}

/**
 * Tries to send a letter that waits. Failures of others are its outcome, not errors: they are counted and tried again minutes later.
 * What events have yet to tell is no failure of anybody: the message of the letter comes again within moments.
 * @throws directory/agency-unknown, notifications/order-not-known-here
 */
export const sender =
  ({ database, clock, neighbours, mailer }: Post) =>
  async (agencyId: string, deliveryId: string): Promise<Outcome> => {
    const principal = { kind: 'service', service: 'notifications', agencyId } as const;
    const call: Call = { database, clock, principal };
    const draft = await draftOf(call, deliveryId);
    if (!draft) return { kind: 'nothing' };
    try {
      return await send(call, draft, { neighbours, mailer });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { kind: 'failed', code: error.code, lasting: error.status < 500 };
    }
  };

const draftOf = query(
  { permission: 'notifications.delivery.read' },
  async (uow: UnitOfWork, deliveryId: string): Promise<Draft | undefined> => {
    const delivery = await uow.get(Delivery, deliveryId);
    if (delivery.state !== 'queued') return undefined;
    const templates = {
      zh: await templateInForce(uow, delivery.template, 'zh'),
      en: await templateInForce(uow, delivery.template, 'en'),
    };
    const aboutNoOrder = isAccountLetter(delivery.template) || isStaffLetter(delivery.template);
    const order = aboutNoOrder ? undefined : (partyOf(delivery) ?? (await orderOf(uow, delivery.aboutId)));
    return { delivery, order, agency: await agencyOf(uow), templates };
  },
);

/** Whoever waits for seats or for a quotation has no order yet: what is known of them came with the letter. */
function partyOf({ template, facts, aboutId: id, branchId, customerId }: Delivery): KnownOrder | undefined {
  if (template !== 'waiting-offer' && template !== 'quotation-sent') return undefined;
  const { authorId } = facts as Facts[typeof template]; // queueLetter stored them with this template
  return { id, number: '', branchId, customerId: customerId ?? '', authorId };
}

async function send(
  call: Call,
  draft: Draft,
  { neighbours, mailer }: Pick<Post, 'neighbours' | 'mailer'>,
): Promise<Outcome> {
  const { delivery, agency, templates } = draft;
  const prepare = preparationOf(delivery.template);
  const { name, email, locale, variables } = await prepare(call, draft, neighbours);
  if (email === '') return { kind: 'failed', code: 'notifications/no-address', lasting: true };
  const agencyName = agency.name[locale];
  const template = templates[locale];
  const letter = render(template, variables(agencyName, wordingOf(locale)));
  await mailer.send({ ...letter, id: delivery.id, to: { name, address: email }, fromName: agencyName });
  return { kind: 'sent', templateVersion: template.version, locale };
}

function preparationOf(template: LetterKey) {
  if (isAccountLetter(template)) return aboutAccount;
  return isStaffLetter(template) ? aboutIncident : aboutOrder;
}

/** Who is no longer there has no address. */
async function aboutIncident(
  call: Call,
  { delivery: { aboutId, userId } }: Draft,
  neighbours: Neighbours,
): Promise<Prepared> {
  if (userId == null) throw new Error('a letter to staff has its addressee');
  const [colleague, incident] = await Promise.all([
    neighbours.colleague(call, userId),
    neighbours.incident(call, aboutId),
  ]);
  const { name, email, locale } = colleague ?? { name: '', email: '', locale: 'zh' };
  const variables: Prepared['variables'] = (agencyName, wording) =>
    incidentLetterVariables({ name, agencyName, ...incident }, wording);
  return { name, email, locale, variables };
}

async function aboutAccount(
  call: Call,
  { delivery: { template, aboutId }, agency: { timeZone } }: Draft,
  { accountLetter }: Neighbours,
): Promise<Prepared> {
  const { name, email, locale, ...link } = await accountLetter(call, template, aboutId);
  const variables: Prepared['variables'] = (agencyName, wording) =>
    accountLetterVariables({ name, agencyName, timeZone, ...link }, wording);
  return { name, email, locale, variables };
}

async function aboutOrder(
  call: Call,
  { delivery, agency: { timeZone }, order }: Draft,
  neighbours: Neighbours,
): Promise<Prepared> {
  const { template, facts, customerId } = delivery;
  if (!order || customerId == null || isAccountLetter(template) || isStaffLetter(template))
    throw new Error(`${template} is no letter about an order`);
  const [{ name, email, locale }, contact, links] = await Promise.all([
    neighbours.customer(call, customerId),
    neighbours.staffMember(call, order.authorId),
    linksOf(call, delivery, neighbours),
  ]);
  const variables: Prepared['variables'] = (agencyName, wording) => {
    const setting: Setting = {
      customerName: name,
      agencyName,
      orderNumber: order.number,
      timeZone,
      contactName: contact?.name ?? agencyName,
      contactEmail: contact?.email ?? '',
      ...links,
    };
    // queueLetter stored the facts with this template
    return letterVariables(template, facts as Facts[typeof template], wording, setting);
  };
  return { name, email, locale, variables };
}

/** The customer's own links, for the letters that have one. */
async function linksOf(
  call: Call,
  { template, facts }: Delivery,
  { acceptanceLink, signingLink, surveyLink }: Neighbours,
): Promise<Pick<Setting, 'link' | 'contractNumber'>> {
  if (template === 'contract-to-sign') {
    const { contractId } = facts as Facts['contract-to-sign']; // queueLetter stored them with this template
    return signingLink(call, contractId);
  }
  if (template === 'plan-to-accept') {
    const { proposalId } = facts as Facts['plan-to-accept']; // as above
    return { link: await acceptanceLink(call, proposalId), contractNumber: '' };
  }
  if (template === 'survey') {
    const { surveyId } = facts as Facts['survey']; // as above
    return { link: await surveyLink(call, surveyId), contractNumber: '' };
  }
  return { link: '', contractNumber: '' };
}
