import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { SignedIn } from '../../sessions/tokens.ts';
import { AgencyCode } from '../start-sign-in.ts';
import { finishSignIn, type SignInPorts } from './handle.ts';

const SignedInBack = Type.Object(
  {
    ...SignedIn.properties,
    returnTo: Type.String({ description: 'Where the browser was to go afterwards.' }),
  },
  { title: 'SignedInThroughProvider' },
);

export const finishSignInRoute = (ports: SignInPorts) =>
  route({
    method: 'POST',
    path: '/v1/sessions/oidc',
    summary: "Sign in with what the agency's identity provider has sent the browser back with",
    access: 'anyone',
    body: Type.Object({
      agency: AgencyCode,
      token: Type.String({ minLength: 1, maxLength: 2_000 }),
      parameters: Type.String({ maxLength: 8_000, description: 'The query of the address it came back to.' }),
      userAgent: Type.Optional(Type.String({ maxLength: 300, pattern: '^\\P{Cc}*$' })),
    }),
    result: SignedInBack,
    status: 201,
    headers: { 'cache-control': 'no-store' },
    handle: (call, { body }) => finishSignIn(call, ports, body),
  });
