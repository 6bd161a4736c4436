import type { FastifyInstance } from 'fastify';

/** Pages of our own need no script at all. */
const ownPages = ["default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self'"];

/** Swagger UI and the console are scripts that ask our API and draw with inline styles, data: images and, before a picture is sent, blob: ones. */
const interactivePages = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
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
