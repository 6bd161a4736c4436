import { describe, expect, it } from 'vitest';
import { createLog } from './logging.ts';

/** What a log writes. */
function written(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('booking', 'info', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('leaves secrets and personal fields out, also where they are nested', () => {
    const text = written((log) =>
      log.info({ password: 'p1', user: { phone: 'p2', body: { email: 'p3' } }, token: 'p4' }, 'said'),
    );
    expect(JSON.parse(text)).toMatchObject({
      level: 'info',
      service: 'booking',
      msg: 'said',
      password: '[redacted]',
    });
    for (const secret of ['p1', 'p2', 'p3', 'p4']) expect(text).not.toContain(`"${secret}"`);
  });

  it('tells of a database error its code and constraint, never the row or the statement', () => {
    const fault = Object.assign(
      new Error("insert into users values ('wang@x.example') - Failing row contains (wang@x.example)"),
      {
        code: '23502',
        constraint: 'users_email',
        detail: 'Failing row contains (wang@x.example)',
      },
    );
    const text = written((log) => log.error({ err: new Error('not stored', { cause: fault }) }, 'failed'));
    expect(text).not.toContain('wang@x.example');
    expect(JSON.parse(text)).toMatchObject({ err: { text: 'Error 23502 users_email' } });
  });
});
