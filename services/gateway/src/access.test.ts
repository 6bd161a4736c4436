import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import { requireDeclaredAccess } from './access.ts';

describe("the gateway's own addresses", () => {
  it('say who may use them, or are not there', () => {
    const app = fastify();
    requireDeclaredAccess(app);
    expect(() => app.get('/session', () => 'known')).not.toThrow();
    expect(() => app.post('/back-door', () => 'open')).toThrow(
      'gateway: POST /back-door: declares nothing of who may use it',
    );
  });
});
