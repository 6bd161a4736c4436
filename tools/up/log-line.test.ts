import { describe, expect, test } from 'vitest';
import { warningIn } from './log-line.ts';

const line = (entry: object) => JSON.stringify({ time: 1, service: 'booking', ...entry });

describe('a line of a log', () => {
  test.each(['trace', 'debug', 'info', 30])('of level %s is not shown', (level) => {
    expect(warningIn(line({ level, msg: 'request completed' }))).toBeUndefined();
  });

  test.each(['warn', 40])('of level %s is a warning', (level) => {
    expect(warningIn(line({ level, msg: 'slow' }))).toEqual({ severe: false, text: 'slow' });
  });

  test.each(['error', 'fatal', 50, 60])('of level %s is severe, with its reason', (level) => {
    const err = { type: 'Error', message: 'connection refused' };
    expect(warningIn(line({ level, msg: 'relay failed', err }))).toEqual({
      severe: true,
      text: 'relay failed: connection refused',
    });
  });

  test('has the reason also as the services write it', () => {
    const err = { type: 'DomainError', text: 'DomainError: request/busy: The system is busy' };
    expect(warningIn(line({ level: 'warn', msg: 'not processed', err }))?.text).toBe(
      'not processed: DomainError: request/busy: The system is busy',
    );
  });

  test('leads to its trace', () => {
    expect(warningIn(line({ level: 'warn', msg: 'slow', trace_id: 'abc' }))?.text).toBe('slow: (trace abc)');
  });

  test('cannot steer the terminal, whatever a stranger sent', () => {
    const msg = 'bad\u001b[2J\u001b]0;owned\u0007 name\r\nfake line';
    expect(warningIn(line({ level: 'warn', msg }))?.text).not.toMatch(/\p{Cc}/u);
  });

  test('that is cut off or no JSON is not shown', () => {
    expect(warningIn('{"level":"error","msg":"half')).toBeUndefined();
    expect(warningIn('Error: plain')).toBeUndefined();
  });
});
