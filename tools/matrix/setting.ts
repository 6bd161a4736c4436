import { builtInRoles } from '../../services/identity/src/roles/built-in.ts';
import type { Grant, Person } from '@yitu/access';
import { systemClock } from '@yitu/kernel';
import {
  serviceNames,
  startMailSink,
  type Staff,
  type TestAgency,
  type World,
} from '@yitu/testkit/without-vitest';
import type { Cast, Role } from '../story/cast.ts';
import { createApi } from '../story/api.ts';
import { numberOfSteps, playMainJob } from '../story/main-job.ts';
import { openDoors, type Doors } from './call.ts';
import { makeMore } from './makings.ts';
import { declaredOperations, type Operation } from './operations.ts';
import { objectsOf, roleCodeOf, type Objects } from './objects.ts';
import {
  addAgentTerms,
  addAllotment,
  addCancellation,
  addPortal,
  addQuotationRequest,
  addWaitingEntry,
  addIdentityProvider,
  addPasskey,
  addQuarantined,
} from './planted.ts';

/** Where an object lies, seen from the branch of whoever calls. `below` is a branch below the caller's own. */
export const placeKeys = ['own', 'below', 'other', 'elsewhere'] as const;
export type PlaceKey = (typeof placeKeys)[number];

/** A branch of an agency with at least one object of every kind. */
export interface Place {
  readonly agencyId: string;
  readonly branchId: string;
  readonly objects: Objects;
}

/**
 * Somebody with one role, at the branch that `own` is: a built-in role, or one of the agency's own that permits everything within the branch, or everything
 * as far as it is one's own. The last two show that the reach holds for every operation, whoever has it.
 */
export interface Caller {
  readonly role: string;
  readonly token: string;
  readonly person: Person;
  /** Only that they get too far is a fault (see Case). */
  readonly leaksOnly: boolean;
  /** Another session of the same person. @returns its token */
  readonly newSession: () => Promise<string>;
}

/** Two agencies with branches, people and business. */
export interface Setting {
  readonly world: World;
  readonly doors: Doors;
  readonly callers: readonly Caller[];
  readonly places: Readonly<Record<PlaceKey, Place>>;
  close(): Promise<void>;
}

/** Who plays each part of the story; each has one role. */
const parts: Record<Role, string> = {
  administrator: 'system-administrator',
  sales: 'account-manager',
  reviewer: 'project-manager',
  operator: 'operator',
  finance: 'finance',
  analyst: 'auditor',
};

type People = ReadonlyMap<string, Staff>;

/** Founds the agencies of the matrix and plays the main job in each place. @param start gives the world, with e-mail going to a sink */
export async function setTheScene(
  start: (options: { services: typeof serviceNames; smtpUrl: string }) => Promise<World>,
): Promise<Setting> {
  const mail = await startMailSink();
  const world = await start({ services: serviceNames, smtpUrl: mail.smtpUrl });
  const doors = openDoors(world);
  const close = async () => {
    doors.close();
    await world.close();
    await mail.stop();
  };
  try {
    const populated = await populate({
      world,
      mailUrl: mail.httpUrl,
      doors,
      operations: await declaredOperations(),
    });
    return { ...populated, world, doors, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What it takes to fill a place. */
interface Ground {
  readonly world: World;
  readonly mailUrl: string;
  readonly doors: Doors;
  readonly operations: readonly Operation[];
}

async function populate(ground: Ground): Promise<Pick<Setting, 'callers' | 'places'>> {
  const { world } = ground;
  const [ours, theirs] = await Promise.all([world.foundAgency(), world.foundAgency()]);
  const everything: Grant[] = [{ permission: '*.*.*', reach: 'agency' }];
  await Promise.all([ours, theirs].map((agency) => makeRole(world, agency, 'everything', everything)));
  await Promise.all([ours, theirs].map(({ id }) => addIdentityProvider(world, id)));
  const own = await ours.openBranch('owned');
  const below = await ours.openBranch('owned', own);
  const other = await ours.openBranch('franchise');
  const staff = await hire(ours, own, Object.keys(builtInRoles));
  const [first, second, third, fourth] = await Promise.all([
    settle(ground, ours, own, staff),
    settle(ground, ours, below),
    settle(ground, ours, other),
    settle(ground, theirs, theirs.headquartersId),
  ]);
  const callerOf = callersOf(ours.id, [own, below]);
  const callers = [...staff].map(([role, person]) =>
    callerOf(role, person, builtInRoles[role]?.grants ?? []),
  );
  for (const reach of ['branch', 'own'] as const) {
    const grants: Grant[] = [{ permission: '*.*.*', reach }];
    const code = `everything-${reach}`;
    await makeRole(world, ours, code, grants);
    callers.push(callerOf(code, await ours.staff(code, own), grants));
  }
  return { callers, places: { own: first, below: second, other: third, elsewhere: fourth } };
}

/** Fills a branch: the story, and what it leaves out. @param people who play it, where they are there already */
async function settle(
  { world, mailUrl, doors, operations }: Ground,
  agency: TestAgency,
  branchId: string,
  people?: People,
): Promise<Place> {
  const cast = people ?? (await hire(agency, branchId, Object.values(parts)));
  await play(world, mailUrl, cast);
  // Something is under way too: what has ended refuses everything.
  await play(world, mailUrl, cast, underWay);
  await addBystanders(world, agency, branchId);
  await makeRole(world, agency, roleCodeOf(branchId), []);
  await addQuarantined(world, agency.id);
  await addCancellation(world, agency.id, branchId);
  await addPortal(world, agency.id, branchId);
  await addAgentTerms(world, agency.id, branchId);
  await addWaitingEntry(world, agency.id, branchId);
  await addQuotationRequest(world, agency.id, branchId);
  await addAllotment(world, agency.id, branchId);
  const { token } = await agency.staff('everything', branchId);
  const found = await objectsOf(world.admin, agency.id, branchId);
  const objects = await makeMore(operations, found, doors.call, token);
  return { agencyId: agency.id, branchId, objects };
}

/** People who call nothing: a customer with an account, somebody things are done to, and to their session, and somebody to be suspended. */
async function addBystanders(world: World, agency: TestAgency, branchId: string): Promise<void> {
  const customer = await agency.staff('customer', branchId);
  await world.admin.query("update identity.users set account = 'customer' where id = $1", [customer.userId]);
  const target = await agency.staff('customer', branchId);
  await addPasskey(world, agency.id, target.userId);
  await agency.staff('visa-officer', branchId);
}

const callersOf =
  (agencyId: string, branchIds: string[]) =>
  (role: string, { token, userId, branchId, signInAgain }: Staff, grants: readonly Grant[]): Caller => {
    const newSession = async () => (await signInAgain()).token;
    const session = { sessionId: '', branchIds, grants, denials: [] };
    const leaksOnly = !(role in builtInRoles);
    return {
      role,
      token,
      newSession,
      leaksOnly,
      person: { kind: 'person', agencyId, userId, branchId, ...session },
    };
  };

async function hire(agency: TestAgency, branchId: string, roles: readonly string[]): Promise<People> {
  return new Map(
    await Promise.all(roles.map(async (role) => [role, await agency.staff(role, branchId)] as const)),
  );
}

/** The step after which a trip is prepared, but has not begun. */
const underWay = 7;

/** Plays the story with the people of one branch. */
async function play(
  world: World,
  mailUrl: string,
  people: People,
  upTo: number = numberOfSteps,
): Promise<void> {
  const { operatorSecret } = world.surroundings.secrets;
  const stage = { origin: world.url('gateway'), operatorSecret, mailUrl, clock: systemClock };
  const cast: Cast = {
    code: '',
    as: (part, traceId) => createApi(stage.origin, traceId, people.get(parts[part])?.token),
  };
  const told: string[] = [];
  const done = await playMainJob(stage, cast, (line) => told.push(line), upTo);
  if (done !== upTo) throw new Error(`the story has not come to its end:\n${told.join('\n')}`);
}

async function makeRole(world: World, agency: TestAgency, code: string, grants: Grant[]): Promise<void> {
  const role = { code, name: { zh: '自定义', en: 'Own' }, grants };
  const { status } = await agency.administrator.post(`${world.url('identity')}/v1/roles`, role);
  if (status !== 201) throw new Error(`a role could not be made: ${status}`);
}
