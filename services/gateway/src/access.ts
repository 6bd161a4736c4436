import type { FastifyInstance } from 'fastify';

/**
 * Who may use the gateway's own addresses: `anyone`; `link`, whoever holds a customer's link, which the service behind checks; `service`, whoever the
 * service behind lets in. What stands nowhere here cannot be registered.
 */
const declared: readonly (readonly [address: RegExp, access: 'anyone' | 'link' | 'service'])[] = [
  [/^\/(livez|readyz|metrics|status)$/, 'anyone'],
  [/^\/(openapi\.json)?$/, 'anyone'],
  [/^\/\.well-known\/oauth-authorization-server$/, 'anyone'],
  [/^\/assets\/[a-z.]+$/, 'anyone'],
  [/^\/docs(\/.*)?$/, 'anyone'],
  // The web application: its pages ask for everything they show.
  [/^\/(console\/)?\*$/, 'anyone'],
  [/^\/session(\/(refresh|second-factor|passkey|oidc\/.*))?$/, 'anyone'],
  [/^\/links\/[a-z-]+$/, 'link'],
  [/^\/sandbox-pay\/:onlinePaymentId$/, 'link'],
  [/^\/api\/[a-z]+\/\*$/, 'service'],
  [
    /^\/api\/booking\/v1\/(products\/:productId\/pictures|articles\/:articleId\/pictures|imports)$/,
    'service',
  ],
  [/^\/api\/notifications\/v1\/live$/, 'service'],
];

/** Lets no route be registered from now on that does not say who may use it. @throws when one is */
export function requireDeclaredAccess(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url }) => {
    if (!declared.some(([address]) => address.test(url)))
      throw new Error(
        `gateway: ${[method].flat().join(', ')} ${url}: declares nothing of who may use it (src/access.ts)`,
      );
  });
}
