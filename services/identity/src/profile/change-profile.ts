import { events } from '@yitu/contracts';
import { requireMember, type Person } from '@yitu/access';
import { perform, type Call } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { countryOf } from '../branches/tree.ts';
import { OptionalPassword, requireOwner } from '../second-factor/require-owner.ts';
import { DisplayName, Email, Locale } from '../users/credentials.ts';
import { Mobile, mobileOf } from '../users/mobile.ts';
import { User, userView, UserView } from '../users/user.ts';
import { askForEmail } from './email-change.ts';

const Body = Type.Partial(
  Type.Object({
    displayName: DisplayName,
    locale: Locale,
    mobile: Type.Unsafe<string | null>({ ...Mobile, type: ['string', 'null'] }),
    email: {
      ...Email,
      description:
        'In force once its owner has opened the link sent there; needs the current password, since a new password can be sent there',
    },
    currentPassword: OptionalPassword,
  }),
);

interface Wish {
  given: Static<typeof Body>;
  version: number;
}

/** People maintain their own profile; a new e-mail address waits for its owner. What changes nothing is told to nobody. */
async function changeProfile(call: Call, { given, version }: Wish): Promise<Static<typeof UserView>> {
  const member = requireMember(call.principal);
  if (member.kind !== 'person') throw new Error('the route is for persons');
  const { email, mobile, currentPassword, ...rest } = given;
  if (email !== undefined && (await isAnother(call, member, email)))
    await requireOwner(call, currentPassword, '/body/currentPassword');
  const action = 'identity.user.change-self';
  return perform(call, { member, reach: 'agency', action }, async (uow) => {
    const user = await uow.lock(User, member.userId, version);
    const wanted = {
      ...rest,
      ...(mobile !== undefined && {
        mobile: mobile === null ? null : mobileOf(mobile, await countryOf(uow)),
      }),
    };
    const current: Readonly<Record<string, unknown>> = { ...userView(user) };
    const changedFields = Object.entries(wanted).flatMap(([field, value]) =>
      current[field] === value ? [] : [field],
    );
    Object.assign(user, wanted);
    if (changedFields.length > 0)
      uow.publish(user, events.userProfileChanged, { userId: user.id, changedFields });
    if (email !== undefined && email.toLowerCase() !== user.email.toLowerCase())
      await askForEmail(uow, user, email);
    return userView(user);
  });
}

/** Asking for the address one has already asks for nothing. */
async function isAnother(call: Call, member: Person, email: string): Promise<boolean> {
  const { idempotency: _notAnAnswerToKeep, ...once } = call;
  const scope = { member, reach: 'agency', action: 'identity.user.read-self' } as const;
  const { email: current } = await perform(once, scope, (uow) => uow.get(User, member.userId));
  return current.toLowerCase() !== email.toLowerCase();
}

export const changeProfileRoute = () =>
  route({
    method: 'PATCH',
    path: '/v1/me',
    summary: 'Change my own profile; fields not given stay, null empties the mobile number',
    access: 'signed-in',
    body: Body,
    result: UserView,
    versioned: true,
    handle: (call, { body, version }) => changeProfile(call, { given: body, version }),
  });
