import { events } from '@yitu/contracts';
import { requireMember } from '@yitu/access';
import { perform, type Call } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { countryOf } from '../branches/tree.ts';
import { DisplayName, Email, Locale } from '../users/credentials.ts';
import { Mobile, mobileOf } from '../users/mobile.ts';
import { User, userView, UserView } from '../users/user.ts';
import { askForEmail } from './email-change.ts';
import { proveOneself } from './prove-oneself.ts';

const Body = Type.Partial(
  Type.Object({
    displayName: DisplayName,
    locale: Locale,
    mobile: Type.Unsafe<string | null>({ ...Mobile, type: ['string', 'null'] }),
    email: {
      ...Email,
      description:
        'In force once its owner has opened the link sent there; needs the current password, where there is one',
    },
    currentPassword: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'For another e-mail address alone',
    }),
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
  if (email !== undefined) await proveOneself(call, { email, currentPassword });
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
