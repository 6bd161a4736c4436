import { events } from '@yitu/contracts';
import { newId, type FieldProblem } from '@yitu/kernel';
import { perform, type Call, type UnitOfWork } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { AgencyCode, findAgency } from '../agencies/find-agency.ts';
import { Branch } from '../branches/branch.ts';
import { countryOf } from '../branches/tree.ts';
import { branchErrors } from '../branches/errors.ts';
import { legalTextErrors } from '../legal-texts/errors.ts';
import { currentTexts, type LegalKind } from '../legal-texts/legal-text.ts';
import { checkTyping, type CheckPassword } from '../password-rules/check-password.ts';
import { DisplayName, Email, Locale, Password, UserName } from '../users/credentials.ts';
import { Mobile, mobileOf } from '../users/mobile.ts';
import { hashPassword } from '../users/passwords.ts';
import { recently, Registration, validHours } from './registration.ts';

/** What one address may ask for in an hour; a whole family or office may sit behind it. */
const perAddress = 30;

const Body = Type.Object({
  agency: AgencyCode,
  branchCode: Type.Optional(
    Type.String({ pattern: '^[A-Z0-9]{2,6}$', description: 'Headquarters where left out' }),
  ),
  userName: UserName,
  displayName: Type.Optional({ ...DisplayName, description: 'The user name where left out' }),
  email: Email,
  mobile: Mobile,
  locale: Locale,
  password: Password,
  passwordAgain: Type.String({ minLength: 1, maxLength: 200 }),
  acceptedTerms: Type.String({ minLength: 1, maxLength: 40, description: 'Version of the terms' }),
  acceptedPrivacy: Type.String({ minLength: 1, maxLength: 40, description: 'Version of the privacy policy' }),
});

type Input = Static<typeof Body>;

const Asked = Type.Object({
  state: Type.Literal('asked', { description: 'Everything else comes by e-mail' }),
});

/**
 * Somebody asks for an account as a customer. Whether anybody has the same name or address is not looked at here, so that neither answer nor time
 * says anything of it: on-registration-due.ts does that a moment later.
 * @throws identity/passwords-differ, weak-password, legal-texts-not-current, no-such-branch, no-mobile-number
 */
async function register(
  call: Call,
  checkPassword: CheckPassword,
  input: Input,
): Promise<Static<typeof Asked>> {
  const { agency, userName, displayName = userName, email, mobile, password } = input;
  checkTyping(input);
  await checkPassword({ password, about: [agency, userName, displayName, email, mobile] });
  const { id: agencyId } = await findAgency(call, agency); // one that is none has no texts either
  const passwordHash = await hashPassword(password);
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  return perform(call, { member, reach: 'agency', action: 'identity.registration.ask' }, async (uow) => {
    const accepted = await acceptedTexts(uow, input);
    const branchId = await branchOf(uow, input.branchCode);
    const remoteAddress = call.remoteAddress ?? '';
    const person = { userName, displayName, email, locale: input.locale, passwordHash };
    const number = mobileOf(mobile, await countryOf(uow));
    if ((await recently(uow, { remoteAddress })) < perAddress)
      store(uow, { branchId, ...person, mobile: number, ...accepted, remoteAddress });
    return { state: 'asked' as const };
  });
}

type Entered = Omit<
  Registration,
  'agencyId' | 'id' | 'state' | 'existingUserId' | 'userId' | 'expiresAt' | 'createdAt'
>;

function store(uow: UnitOfWork, entered: Pick<Registration, keyof Entered>): void {
  const registrationId = newId();
  const expiresAt = uow.now.add({ hours: validHours });
  const created = { agencyId: uow.agencyId, id: registrationId, expiresAt, createdAt: uow.now };
  uow.add(
    uow.em.create(Registration, {
      ...created,
      ...entered,
      state: 'asked',
      existingUserId: null,
      userId: null,
    }),
  );
  uow.publishLater(registrationId, events.registrationDue, { registrationId }, uow.now);
  uow.publishLater(registrationId, events.registrationExpiryDue, { registrationId }, expiresAt);
}

/** @throws identity/legal-texts-not-current naming what has another version now */
async function acceptedTexts(uow: UnitOfWork, { acceptedTerms, acceptedPrivacy }: Input) {
  const { terms, privacy } = await currentTexts(uow);
  const fields = [
    ...(terms?.textVersion === acceptedTerms ? [] : [outdated('acceptedTerms', 'terms', terms?.textVersion)]),
    ...(privacy?.textVersion === acceptedPrivacy
      ? []
      : [outdated('acceptedPrivacy', 'privacy', privacy?.textVersion)]),
  ];
  if (!terms || !privacy || fields.length > 0) throw legalTextErrors.legalTextsNotCurrent({ fields });
  return { termsId: terms.id, privacyId: privacy.id };
}

const outdated = (field: string, kind: LegalKind, current = '—'): FieldProblem => ({
  field: `/body/${field}`,
  rule: 'current',
  message:
    kind === 'terms'
      ? { zh: `现行服务条款版本为 ${current}`, en: `is not the version of the terms in force, ${current}` }
      : {
          zh: `现行隐私政策版本为 ${current}`,
          en: `is not the version of the privacy policy in force, ${current}`,
        },
});

/** @throws identity/no-such-branch */
async function branchOf(uow: UnitOfWork, code: string | undefined): Promise<string> {
  const where = code === undefined ? { kind: 'headquarters' as const } : { code };
  const [branch] = await uow.find(Branch, { ...where, state: 'open' });
  if (!branch) throw branchErrors.noSuchBranch();
  return branch.id;
}

export const registerRoute = (checkPassword: CheckPassword) =>
  route({
    method: 'POST',
    path: '/v1/registrations',
    summary: 'Ask for an account as a customer; the answer is the same whether there is one already',
    access: 'anyone',
    body: Body,
    result: Asked,
    status: 202,
    handle: (call, { body }) => register(call, checkPassword, body),
  });
