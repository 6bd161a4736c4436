import { accessErrors, endOfToken, reachOf, requireMember, type Person } from '@yitu/access';
import type { Call } from '@yitu/persistence';
import { Id, InstantText, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { nouns } from './nouns.ts';
import { theirsOf } from './theirs.ts';
import type { Watchers } from './watchers.ts';

const Query = Type.Object({
  watch: Type.String({
    minLength: 1,
    maxLength: 1_000,
    description: `What to watch, with commas in between: ${[...nouns.keys()].join(', ')}`,
  }),
});

const Changed = Type.Object(
  {
    service: Type.String(),
    noun: Type.String(),
    id: Id,
    what: Type.String({ description: 'What happened to it, such as approved' }),
    version: Type.Integer({ description: '0 where it has none' }),
    at: InstantText,
  },
  {
    title: 'Changed',
    description:
      'The data of `changed` events. `ready` holds {watching}, those of what was asked for that the caller may see; after `reload` everything shown is to be asked for again.',
  },
);

export const watchLiveRoute = (watchers: Watchers) =>
  route({
    method: 'GET',
    path: '/v1/live',
    summary: 'A stream of what changes (server-sent events), of what the caller may see',
    access: 'signed-in',
    query: Query,
    result: Changed,
    answersEvents: true,
    handle: async (call, { query, lastEventId }) => {
      const person = personOf(call);
      const asked = namesOf(query.watch);
      watchers.requireRoom(person);
      const names = asked.filter((name) => maySeeAny(person, name));
      const theirs = await theirsOf(call, person, names);
      const watch = {
        person,
        names,
        theirs,
        until: endOfToken(call.token ?? ''),
        again: lastEventId !== undefined,
      };
      return { begin: (stream) => watchers.add(watch, stream) };
    },
  });

function personOf({ principal }: Call): Person {
  const member = requireMember(principal);
  if (member.kind !== 'person') throw accessErrors.unauthenticated();
  return member;
}

/** @throws notifications/nothing-to-watch */
function namesOf(watch: string): string[] {
  const names = [...new Set(watch.split(','))];
  const unknown = names.find((name) => !nouns.has(name));
  if (unknown === undefined) return names;
  const message = { zh: `不能订阅“${unknown}”`, en: `names ${unknown}, which cannot be watched` };
  throw errors.nothingToWatch({ fields: [{ field: '/query/watch', rule: 'watchable', message }] });
}

const maySeeAny = (person: Person, name: string): boolean => {
  const watched = nouns.get(name);
  return [watched?.permission, watched?.own].some((one) => one !== undefined && reachOf(person, one));
};
