import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, perform, query, type Call } from '@yitu/persistence';
import { Id, LocalDate, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { agencyToday } from '../agencies/agency-today.ts';
import { AgencyCode, findAgency } from '../agencies/find-agency.ts';
import { legalTextErrors } from './errors.ts';
import { currentTexts, legalKinds, LegalText } from './legal-text.ts';

const TextVersion = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$',
  description: 'e.g. 2027-01',
});
const Text = Type.String({ minLength: 1, maxLength: 100_000 });
const Body = Type.Object({
  kind: Type.Enum([...legalKinds]),
  textVersion: TextVersion,
  validFrom: LocalDate,
  texts: Type.Object({ zh: Text, en: Text }),
});
const LegalTextView = Type.Object({ id: Id, ...Body.properties, version: Version }, { title: 'LegalText' });

const view = ({
  id,
  kind,
  textVersion,
  validFrom,
  texts,
  version,
}: LegalText): Static<typeof LegalTextView> => ({
  id,
  kind,
  textVersion,
  validFrom,
  texts,
  version,
});

/** Terms or a privacy policy from a day on; what was in force before that day stays what it was. */
const publish = command(
  { permission: 'identity.legal-text.publish' },
  async (uow, body: Static<typeof Body>) => {
    if (body.validFrom < (await agencyToday(uow))) throw legalTextErrors.validBeforeToday();
    const created = { agencyId: uow.agencyId, id: newId(), version: 0, createdAt: uow.now };
    const text = uow.add(uow.em.create(LegalText, { ...created, ...body }));
    const { id: legalTextId, kind, textVersion, validFrom } = text;
    uow.publish(text, events.legalTextPublished, { legalTextId, kind, textVersion, validFrom });
    return view(text);
  },
);

const list = query({ permission: 'identity.legal-text.read' }, async (uow, _input: object) => {
  const texts = await uow.find(LegalText, {});
  return { legalTexts: texts.toSorted((one, other) => (one.validFrom > other.validFrom ? -1 : 1)).map(view) };
});

/** What somebody who registers now agrees to. An agency that is none is answered like one that has published nothing. */
async function current(call: Call, code: string) {
  const { id: agencyId } = await findAgency(call, code);
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  return perform(call, { member, reach: 'agency', action: 'identity.legal-text.read' }, async (uow) => {
    const { terms, privacy } = await currentTexts(uow);
    if (!terms || !privacy) throw legalTextErrors.noLegalTexts();
    return { terms: view(terms), privacy: view(privacy) };
  });
}

export const legalTextRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/legal-texts',
    summary: 'Publish terms or a privacy policy, from a day on',
    access: 'identity.legal-text.publish',
    body: Body,
    result: LegalTextView,
    status: 201,
    handle: (call, { body }) => publish(call, body),
  }),
  route({
    method: 'GET',
    path: '/v1/legal-texts',
    summary: 'Terms and privacy policies of all times',
    access: 'identity.legal-text.read',
    result: Type.Object({ legalTexts: Type.Array(LegalTextView) }),
    handle: (call) => list(call, {}),
  }),
  route({
    method: 'GET',
    path: '/v1/current-legal-texts',
    summary: 'Terms and privacy policy in force at an agency, for those who register',
    access: 'anyone',
    query: Type.Object({ agency: AgencyCode }),
    result: Type.Object({ terms: LegalTextView, privacy: LegalTextView }),
    handle: (call, { query: { agency } }) => current(call, agency),
  }),
];
