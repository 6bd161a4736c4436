import type { FastifyInstance } from 'fastify';

/** Pages of our own need no script at all. */
const ownPages = ["default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self'"];

/** Swagger UI is a script that asks our API and draws with inline styles and data: images. */
const interactivePages = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
];

const always = ["base-uri 'none'", "frame-ancestors 'none'"];

/** Puts the headers on everything this scope answers. @param interactive whether its pages run scripts (from our own origin) */
export function protectPages(app: FastifyInstance, publicUrl: URL, { interactive = false } = {}): void {
  const headers = {
    'content-security-policy': [...(interactive ? interactivePages : ownPages), ...always].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Addresses of links hold their token.
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(publicUrl.protocol === 'https:' && { 'strict-transport-security': 'max-age=31536000' }),
  };
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
}
