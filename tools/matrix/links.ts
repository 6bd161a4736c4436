import { randomUUID } from 'node:crypto';
import { signLink, type Permission } from '@yitu/access';
import { examples } from './examples/index.ts';
import type { Operation } from './operations.ts';
import { requestOf, type Request } from './request.ts';
import type { Place, Setting } from './setting.ts';

/** What a link to a page names: the permission it carries, and the objects of a place it can be to. */
interface Page {
  readonly permission: Permission;
  /** Of two places, whose ids must open nothing for each other. @returns the id a link names */
  readonly objectOf: (setting: Setting, place: Place) => Promise<string>;
}

const found =
  (name: string): Page['objectOf'] =>
  (_setting, { objects }) =>
    Promise.resolve(objects[name] ?? '');

/** Puts a row in; `$1` is its agency, `$2` its branch, `$3` its id, `$4` somebody of it. */
const planted =
  (sql: string): Page['objectOf'] =>
  async ({ world: { admin } }, { agencyId, branchId, objects }) => {
    const id = randomUUID();
    const used = [agencyId, branchId, id, objects['userId']];
    await admin.query(sql, used);
    return id;
  };

const legalText = (kind: string) =>
  `${kind} as (insert into identity.legal_texts (agency_id, id, kind, text_version, valid_from, texts, version, created_at)
    select $1, gen_random_uuid(), '${kind}', $3::text, least(date '2026-01-01', min(valid_from)) - 1, '{"zh":"条款","en":"Terms"}', 1, now()
    from identity.legal_texts where agency_id = $1 and kind = '${kind}' returning id)`;

/** Every page that is reached by a link, by the first part of its operations' paths. */
const pages: Readonly<Record<string, Page>> = {
  'invitation-forms': {
    permission: 'identity.invitation.accept',
    objectOf: async ({ world }, { objects }) => {
      const { rows } = await world.admin.query<{ link_id: string }>(
        'select link_id from identity.invitations where id = $1',
        [objects['invitationId']],
      );
      return rows[0]?.link_id ?? '';
    },
  },
  'registration-confirmations': {
    permission: 'identity.registration.confirm',
    objectOf: planted(`with ${legalText('terms')}, ${legalText('privacy')}
      insert into identity.registrations (agency_id, id, branch_id, user_name, display_name, email, mobile, locale, password_hash, terms_id, privacy_id,
        remote_address, existing_user_id, state, expires_at, created_at)
      select $1, $3::uuid, $2, 'linked', 'Linked', 'linked@matrix.example', '+8613800138000', 'zh', '', terms.id, privacy.id, '', $4::uuid, 'pending',
        now() + interval '1 hour', now() from terms, privacy`),
  },
  'new-passwords': {
    permission: 'identity.password-reset.use',
    objectOf:
      planted(`insert into identity.password_resets (agency_id, id, remote_address, user_id, branch_id, state, expires_at, created_at)
      values ($1, $3, '', $4, $2, 'pending', now() + interval '1 hour', now())`),
  },
  'email-confirmations': {
    permission: 'identity.email-change.confirm',
    objectOf:
      planted(`insert into identity.email_changes (agency_id, id, user_id, branch_id, old_email, new_email, state, expires_at, created_at)
      values ($1, $3, $4, $2, 'old@matrix.example', 'new@matrix.example', 'pending', now() + interval '1 hour', now())`),
  },
  'survey-forms': { permission: 'crm.survey.answer', objectOf: found('surveyId') },
  'plan-acceptance': { permission: 'itinerary.plan.accept', objectOf: found('proposalId') },
  'contract-signing': { permission: 'itinerary.contract.sign', objectOf: found('contractId') },
};

/** @throws when a page reached by a link is not known here */
function pageOf({ name }: Operation): string {
  const page = name.split('/')[2] ?? '';
  if (!(page in pages))
    throw new Error(`${name} is reached by a link: say in tools/matrix/links.ts what it names`);
  return page;
}

interface Attempt {
  readonly what: string;
  readonly agencyId: string;
  readonly permission: Permission;
  readonly objectId: string;
}

/** What links that are genuine, but to something else, have opened; and what the right ones have not. */
export interface LinkFindings {
  readonly asked: number;
  readonly opened: readonly string[];
  readonly closed: readonly string[];
}

const nothing = new Set([401, 404, 410]);

/**
 * Calls every operation that is reached by a link with links we have signed ourselves, to another agency, to another agency's object, to another page; and
 * with the right one where that changes nothing, since a test that refuses everything proves nothing.
 */
export async function playLinks(setting: Setting, operations: readonly Operation[]): Promise<LinkFindings> {
  const { own, elsewhere } = setting.places;
  const objects = new Map<string, { ours: string; theirs: string }>();
  for (const [name, { objectOf }] of Object.entries(pages))
    objects.set(name, { ours: await objectOf(setting, own), theirs: await objectOf(setting, elsewhere) });
  const [opened, closed]: [string[], string[]] = [[], []];
  let asked = 0;
  const status = async (operation: Operation, { what, ...grant }: Attempt) => {
    asked += 1;
    const answer = await setting.doors.call(
      operation,
      requestWith(operation, own, tokenOf(setting, grant)),
      {},
    );
    return {
      status: answer.status,
      text: `${operation.service} ${operation.name} with ${what}: ${answer.status}`,
    };
  };
  for (const operation of operations.filter(({ access }) => access === 'link')) {
    const page = pageOf(operation);
    const { ours = '', theirs = '' } = objects.get(page) ?? {};
    const { permission = 'no.such.page' } = pages[page] ?? {};
    const right = { agencyId: own.agencyId, permission, objectId: ours };
    const wrong: Attempt[] = [
      { ...right, what: 'a link of another agency', agencyId: elsewhere.agencyId },
      { ...right, what: 'a link to an object of another agency', objectId: theirs },
      ...Object.entries(pages)
        .filter(([name]) => name !== page)
        .map(([name, other]) => ({ ...right, what: `a link to ${name}`, permission: other.permission })),
    ];
    for (const attempt of wrong) {
      const answer = await status(operation, attempt);
      if (!nothing.has(answer.status)) opened.push(answer.text);
    }
    if (operation.kind !== 'http' || operation.route.method !== 'GET') continue;
    const answer = await status(operation, { ...right, what: 'the right link' });
    if (answer.status !== 200) closed.push(answer.text);
  }
  return { asked, opened, closed };
}

const tokenOf = ({ world }: Setting, grant: Omit<Attempt, 'what'>): string =>
  signLink(
    { ...grant, expiresAt: Math.floor(Date.now() / 1_000) + 3_600 },
    world.surroundings.secrets.linkSecret,
  );

function requestWith(operation: Operation, { objects }: Place, token: string): Request {
  const request = requestOf(operation, examples[operation.service]?.[operation.name] ?? {}, objects);
  return {
    ...request,
    path: request.path.replace(/(?<=[?&]token=)[^&]*/, encodeURIComponent(token)),
    ...(request.body !== undefined && { body: { ...(request.body as object), token } }), // bodies of pages are objects
  };
}
