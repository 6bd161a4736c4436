import { requireMember, type Person } from '@yitu/access';
import { perform, type Call } from '@yitu/persistence';
import { InstantText, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { legalKinds, LegalText } from '../legal-texts/legal-text.ts';
import { LegalAcceptance } from './legal-acceptance.ts';

const Accepted = Type.Object(
  {
    kind: Type.Enum([...legalKinds]),
    textVersion: Type.String(),
    texts: Type.Object({ zh: Type.String(), en: Type.String() }, { description: 'As it was agreed to' }),
    acceptedAt: InstantText,
  },
  { title: 'AcceptedLegalText' },
);

/** What somebody has agreed to, the newest first: the very texts, whatever is in force by now. */
async function myAcceptances(call: Call) {
  const person = requireMember(call.principal) as Person; // access 'signed-in' at the HTTP door: a person
  const action = 'identity.user.read-self';
  return perform(call, { member: person, reach: 'agency', action }, async (uow) => {
    const acceptances = await uow.find(LegalAcceptance, { userId: person.userId });
    const texts = await uow.find(LegalText, {
      id: { $in: acceptances.map(({ legalTextId }) => legalTextId) },
    });
    const accepted = acceptances.flatMap(({ legalTextId, acceptedAt }) => {
      const text = texts.find(({ id }) => id === legalTextId);
      if (!text) return [];
      const { kind, textVersion, texts: said } = text;
      return [{ kind, textVersion, texts: said, acceptedAt: acceptedAt.toString() }];
    });
    return { accepted: accepted.toSorted((one, other) => (one.acceptedAt > other.acceptedAt ? -1 : 1)) };
  });
}

export const myAcceptancesRoute = () =>
  route({
    method: 'GET',
    path: '/v1/me/legal-acceptances',
    summary: 'What I have agreed to, and when',
    access: 'signed-in',
    result: Type.Object({ accepted: Type.Array(Accepted) }),
    handle: (call) => myAcceptances(call),
  });
