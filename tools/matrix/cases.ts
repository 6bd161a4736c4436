import type { Person, Reach } from '@yitu/access';
import type { Credential } from './call.ts';
import type { Example } from './example.ts';
import { examples } from './examples/index.ts';
import { expectationOf, reachFor, type Expectation } from './expectation.ts';
import type { Objects, Owner } from './objects.ts';
import { idFilters, isListed } from './listed.ts';
import { isPermission, type Operation } from './operations.ts';
import { requestOf, type Request } from './request.ts';
import { placeKeys, type Caller, type Place, type PlaceKey, type Setting } from './setting.ts';

/** One call by one person, service or nobody, about the objects of one place, and what it must come to. */
export interface Case {
  readonly operation: Operation;
  readonly example: Example;
  /** A role, `nobody`, `operator`, or `service:<name>`. */
  readonly who: string;
  readonly place: PlaceKey;
  readonly credential: Credential;
  /** Of a person: gives the token of another session of theirs. */
  readonly newSession?: () => Promise<string>;
  readonly request: Request;
  readonly expected: Expectation;
  /** In whose eyes the answer must hold nothing that is hidden; undefined when nobody is signed in. */
  readonly sight: Sight | undefined;
  readonly mixed: boolean;
  /** Being kept out is no fault: operations on what belongs to everybody may ask for the whole agency. */
  readonly leaksOnly?: boolean;
}

/** The platform's operator, who sees that agencies are there and nothing of them; or somebody of an agency, and how far they see. */
export type Sight = { readonly operator: true } | AgencySight;

interface AgencySight {
  readonly agencyId: string;
  readonly person?: Person;
  readonly reach?: Reach;
}

/** Who calls beside the people: the platform's operator and the services, each with a token. */
export interface Others {
  readonly operator: string;
  readonly services: ReadonlyMap<string, string>;
}

type Owners = ReadonlyMap<string, Owner>;

/** Every case of an operation. @throws when it cannot be called without an example that nobody has given */
export function casesOf(operation: Operation, setting: Setting, owners: Owners, others: Others): Case[] {
  const example = examples[operation.service]?.[operation.name] ?? {};
  const subjects = subjectsOf(operation, example, setting);
  const people = setting.callers.flatMap((caller) =>
    (perPlace(operation) ? subjects : subjects.slice(0, 1)).map((subject) =>
      caseOfPerson(operation, example, caller, subject, owners),
    ),
  );
  const [first] = subjects;
  if (!first) throw new Error('there is at least one place');
  return [
    ...(operation.access === 'anyone' || operation.access === 'link' ? [] : people.filter(proves)),
    ...casesOfNobody(operation, example, subjects),
    ...(operation.access === 'operator' ? [caseOfOperator(operation, example, first, others)] : []),
    ...(operation.kind === 'rpc' ? casesOfServices(operation, example, subjects, others) : []),
  ];
}

/** Things of several places that are all visible need not go together: only a refusal of such a call proves something. */
const proves = ({ mixed, expected }: Case) => !mixed || expected !== 'allowed';

/** A call about one place. */
interface Subject {
  readonly key: PlaceKey;
  readonly place: Place;
  readonly request: Request;
  /** One thing is of that place, the others of the caller's own. */
  readonly mixed: boolean;
}

const perPlace = ({ access }: Operation) =>
  isPermission(access) || access === 'services' || access === 'link';

/**
 * The same call about each place; only one when it names nothing. Where it names several things, also with one of them from elsewhere and the rest
 * from the caller's own branch: each must be refused by itself. Lists are asked for all, and for what concerns one thing.
 */
function subjectsOf(operation: Operation, example: Example, { places }: Setting): Subject[] {
  const narrowed =
    operation.kind === 'http' && isListed(operation) && idFilters(operation, places.own.objects).length > 0;
  const about = (key: PlaceKey, objects: Objects, mixed = false): Subject => ({
    ...{ key, place: places[key], mixed, request: requestOf(operation, example, objects, narrowed) },
  });
  const used = namesUsed(operation, example, places.own.objects, narrowed);
  if (used.length === 0) return [about('own', places.own.objects)];
  const asked = placeKeys.map((key) => about(key, places[key].objects));
  const mixes = placeKeys
    .slice(1)
    .flatMap((key) =>
      used.map((name) =>
        about(key, { ...places.own.objects, [name]: places[key].objects[name] ?? '' }, true),
      ),
    );
  const plain = { key: 'own', place: places.own, mixed: false } as const;
  return [
    ...(narrowed ? [{ ...plain, request: requestOf(operation, example, places.own.objects) }] : []),
    ...asked,
    ...(used.length > 1 && !example.belongsTo && !example.byCode ? mixes : []),
  ];
}

/** Which objects a call names. */
function namesUsed(operation: Operation, example: Example, objects: Objects, narrowed: boolean): string[] {
  const used = new Set<string>();
  const watched = new Proxy(objects, {
    get: (all, name) => {
      if (typeof name === 'string' && name in all) used.add(name);
      return all[String(name)];
    },
  });
  requestOf(operation, example, watched, narrowed);
  return [...used];
}

function caseOfPerson(
  operation: Operation,
  example: Example,
  { role, token, person, newSession, leaksOnly }: Caller,
  { key, place, request, mixed }: Subject,
  owners: Owners,
): Case {
  const expected = expectationOf(person, operation.access, example, named(example, place, request, owners));
  const shared = !isPermission(operation.access) || example.belongsTo === 'agency';
  const reach = shared ? 'agency' : reachFor(person, operation.access, example);
  const sight = { agencyId: person.agencyId, person, ...(reach && { reach }) };
  return {
    ...framed(operation, example, request),
    mixed,
    newSession,
    leaksOnly,
    who: role,
    place: key,
    credential: { token },
    expected,
    sight,
  };
}

const framed = (operation: Operation, example: Example, request: Request) => ({
  ...{ operation, example, request, mixed: false },
});

/** Whose the things are that a call names. */
function named(
  { belongsTo, byCode }: Example,
  { agencyId, branchId }: Place,
  request: Request,
  owners: Owners,
): Owner[] {
  const ofAgency = { agencyId, branchId: undefined, userId: undefined };
  if (belongsTo === 'branch') return [{ ...ofAgency, branchId }];
  if (belongsTo === 'agency') return [ofAgency];
  const known = request.ids.map((id) => owners.get(id)).filter((owner) => owner !== undefined);
  return byCode ? [ofAgency, ...known] : known;
}

/** Whoever has no token: in each place only where none is needed. */
function casesOfNobody(operation: Operation, example: Example, subjects: readonly Subject[]): Case[] {
  // A link is the authority itself: a made-up one is as good as none.
  const open = operation.access === 'anyone';
  const asked = subjects.slice(0, 1);
  return asked.map(({ key, request }) => ({
    ...framed(operation, example, request),
    ...{ who: 'nobody', place: key, credential: {}, sight: undefined },
    expected: open ? ('open' as const) : ('unauthenticated' as const),
  }));
}

const caseOfOperator = (
  operation: Operation,
  example: Example,
  { key, request }: Subject,
  others: Others,
): Case => ({
  ...framed(operation, example, request),
  ...{
    who: 'operator',
    place: key,
    credential: { token: others.operator },
    expected: 'allowed',
    sight: { operator: true },
  },
});

/** Every service, acting for our agency: about what is ours and what is another agency's. */
function casesOfServices(
  operation: Extract<Operation, { kind: 'rpc' }>,
  example: Example,
  subjects: readonly Subject[],
  { services }: Others,
): Case[] {
  if (operation.access === 'anyone') return [];
  const agencyId = subjects[0]?.place.agencyId ?? '';
  const asked = subjects.filter(({ key, mixed }) => !mixed && (key === 'own' || key === 'elsewhere'));
  return [...services].flatMap(([service, token]) =>
    asked.map(({ key, request }): Case => {
      const may = operation.callers.includes(service);
      const expected = !may
        ? 'forbidden'
        : key === 'elsewhere' && request.ids.length > 0
          ? 'hidden'
          : 'allowed';
      const frame = framed(operation, example, request);
      return {
        ...frame,
        who: `service:${service}`,
        place: key,
        credential: { token, agencyId },
        expected,
        sight: { agencyId },
      };
    }),
  );
}
