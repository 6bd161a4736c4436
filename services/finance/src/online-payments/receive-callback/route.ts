import { messageHeaders } from '@yitu/access';
import { requestErrors } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../../errors.ts';
import type { PaymentProviders } from '../../providers/provider.ts';
import { receiveCallback } from './handle.ts';

/** What providers may write at the most: theirs is a short message. */
const limit = 16 * 1024;

/** The signature of the message is all the authority there is; it names the agency. */
export const receiveCallbackRoute = (providers: PaymentProviders) =>
  route({
    method: 'POST',
    path: '/v1/payment-callbacks/:provider',
    summary: 'What has become of an online payment, told and signed by its provider',
    access: 'anyone',
    params: Type.Object({ provider: Type.String({ minLength: 1, maxLength: 40 }) }),
    consumes: { mediaTypes: ['application/json'], limit },
    reads: messageHeaders,
    result: Type.Object({ received: Type.Literal(true) }),
    handle: async ({ idempotency: _bySignature, ...call }, { params, file: body, headers }) => {
      const provider = providers.named(params.provider);
      if (!provider) throw requestErrors.notFound();
      const callback = provider.readCallback({ headers, body });
      const principal = { kind: 'service', service: 'finance', agencyId: callback.agencyId } as const;
      const { setAside } = await receiveCallback(
        { ...call, principal },
        { ...callback, provider: provider.name },
      );
      if (setAside) throw errors.callbackSetAside({ reason: setAside });
      return { received: true as const };
    },
  });
