import { Type, type Static } from 'typebox';

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[A-Za-z0-9_-]*$' });

/** Browsers say more with it, and more with each version: what is not named here is let through and not looked at. */
const open = { additionalProperties: true } as const;

/** `AuthenticationResponseJSON` of WebAuthn level 3. */
export const Assertion = Type.Object(
  {
    id: text(1_400),
    rawId: text(1_400),
    type: Type.Literal('public-key'),
    response: Type.Object(
      {
        clientDataJSON: text(4_000),
        authenticatorData: text(4_000),
        signature: text(2_000),
        userHandle: Type.Optional(text(100)),
      },
      open,
    ),
  },
  { ...open, title: 'PasskeyAssertion' },
);

export type Assertion = Static<typeof Assertion>;

/** `RegistrationResponseJSON` of WebAuthn level 3. */
export const Registration = Type.Object(
  {
    id: text(1_400),
    rawId: text(1_400),
    type: Type.Literal('public-key'),
    response: Type.Object(
      {
        clientDataJSON: text(4_000),
        attestationObject: text(20_000),
        transports: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 10 })),
      },
      open,
    ),
  },
  { ...open, title: 'PasskeyRegistration' },
);

export type Registration = Static<typeof Registration>;

/** What is handed to `navigator.credentials` as it is. */
export const BrowserOptions = Type.Object(
  { options: Type.Record(Type.String(), Type.Unknown()) },
  { title: 'PasskeyOptions' },
);
