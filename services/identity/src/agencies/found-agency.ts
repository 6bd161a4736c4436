import { createHash } from 'node:crypto';
import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { perform, type Call } from '@yitu/persistence';
import { Currency, Id, LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Branch } from '../branches/branch.ts';
import { errors } from '../errors.ts';
import type { CheckPassword } from '../password-rules/check-password.ts';
import { Country } from '../users/mobile.ts';
import { Password, UserName, Email } from '../users/credentials.ts';
import { hashPassword } from '../users/passwords.ts';
import { User } from '../users/user.ts';
import { Agency } from './agency.ts';

const Body = Type.Object({
  code: Type.String({
    pattern: '^[a-z][a-z0-9-]{1,30}$',
    description: 'What people type to sign in, e.g. yunqi',
  }),
  name: LocalText,
  currency: Currency,
  timeZone: Type.String({ description: 'IANA name, e.g. Asia/Shanghai' }),
  country: Type.Optional(Country),
  headquarters: Type.Object({ code: Type.String({ pattern: '^[A-Z0-9]{2,6}$' }), name: LocalText }),
  administrator: Type.Object({
    userName: UserName,
    email: Email,
    displayName: Type.String({ minLength: 1, maxLength: 100 }),
    locale: Type.Union([Type.Literal('zh'), Type.Literal('en')]),
    password: Password,
  }),
});

const Founded = Type.Object({ agencyId: Id, headquartersId: Id, administratorId: Id });

/** A new tenant: the agency, its headquarters and the first administrator, founded by the platform's operator. */
async function foundAgency(
  call: Call,
  checkPassword: CheckPassword,
  input: Static<typeof Body>,
): Promise<Static<typeof Founded>> {
  checkTimeZone(input.timeZone);
  await checkAdministrator(checkPassword, input);
  const passwordHash = await hashPassword(input.administrator.password);
  const agencyId = call.idempotency ? agencyIdFor(call.idempotency.key) : newId();
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  return perform(call, { member, reach: 'agency', action: 'identity.agency.found' }, async (uow) => {
    const { code, name, currency, timeZone, country = 'CN', headquarters, administrator } = input;
    const created = { agencyId, version: 0, createdAt: uow.now };
    const agency = uow.add(
      uow.em.create(Agency, { ...created, id: agencyId, code, name, currency, timeZone, country }),
    );
    // The record's actor is this service, which acts within the agency; who asked it stands beside.
    uow.audit({
      objectType: 'Agency',
      objectId: agencyId,
      change: 'create',
      after: { foundedBy: 'operator' },
    });
    uow.publish(agency, events.agencyFounded, { agencyId, code, name, currency, timeZone });
    await uow.em.flush(); // branches refer to their agency

    const branch = uow.add(
      uow.em.create(Branch, {
        ...created,
        id: newId(),
        ...headquarters,
        kind: 'headquarters',
        parentId: null,
      }),
    );
    uow.publish(branch, events.branchOpened, {
      branchId: branch.id,
      code: branch.code,
      kind: branch.kind,
      parentBranchId: '',
      name: branch.name,
    });
    await uow.em.flush(); // users refer to their branch

    const { password: _password, ...person } = administrator;
    const roles = ['system-administrator', 'branch-manager'];
    const user = uow.add(
      uow.em.create(User, {
        ...created,
        ...person,
        id: newId(),
        branchId: branch.id,
        passwordHash,
        roles,
        grants: [],
        denials: [],
        active: true,
      }),
    );
    uow.publish(user, events.userAdded, { userId: user.id, branchId: branch.id, roles, account: 'staff' });
    return { agencyId, headquartersId: branch.id, administratorId: user.id };
  });
}

/**
 * The id of the agency founded with an idempotency key. Answers are kept with their agency, so a repeated request has to come to the same one.
 * @returns a UUID of version 8 (RFC 9562): made of a hash
 */
export function agencyIdFor(key: string): string {
  const bytes = createHash('sha256').update(`agency ${key}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function checkAdministrator(
  checkPassword: CheckPassword,
  { code, name, administrator }: Static<typeof Body>,
): Promise<void> {
  const { password, userName, displayName, email } = administrator;
  const about = [userName, displayName, email, code, name.zh, name.en];
  return checkPassword({ password, about, field: '/body/administrator/password' });
}

function checkTimeZone(zone: string): void {
  try {
    Temporal.Now.zonedDateTimeISO(zone);
  } catch (error) {
    if (error instanceof RangeError) throw errors.unknownTimeZone({ zone });
    throw error;
  }
}

export const foundAgencyRoute = (checkPassword: CheckPassword) =>
  route({
    method: 'POST',
    path: '/v1/agencies',
    summary: 'Found an agency with its headquarters and first administrator',
    access: 'operator',
    body: Body,
    result: Founded,
    status: 201,
    handle: (call, { body }) => foundAgency(call, checkPassword, body),
  });
