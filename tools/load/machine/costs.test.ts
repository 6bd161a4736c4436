import { describe, expect, it } from 'vitest';
import { describeCosts, readCosts, timesIn, whoIs } from './costs.ts';

const line = (...words: string[]) => words.join('\0') + '\0';

describe('who works in a process', () => {
  it('is a service, run from its sources or built', () => {
    expect(whoIs(line('/x/node', '--import', '/x/build/telemetry.js', '/x/.yitu/build/booking.js'))).toBe(
      'booking',
    );
    expect(whoIs(line('/x/node', '/x/services/crm/src/main.ts'))).toBe('crm');
  });

  it('is PostgreSQL for the service whose role is connected', () => {
    expect(whoIs('postgres: yitu_booking yitu 127.0.0.1(5000) idle')).toBe('PostgreSQL for booking');
    expect(whoIs('postgres: yitu_booking_worker yitu 127.0.0.1(5000) idle')).toBe('PostgreSQL for booking');
    expect(whoIs('postgres: walwriter')).toBe('PostgreSQL itself');
  });

  it('is NATS, and nobody of ours otherwise', () => {
    expect(whoIs(line('/x/nats-server', '-c', 'x'))).toBe('NATS');
    expect(whoIs(line('/usr/bin/node', 'other.js'))).toBeUndefined();
    expect(whoIs('')).toBeUndefined();
  });
});

describe('what an answer cost', () => {
  it('is read off the ticks of a process and of its ended children', () => {
    const stat = `12 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 21 9 30 12 20 0 1`;
    expect(timesIn(stat)).toEqual({ ownMs: 300, childrenMs: 420 });
  });

  it('is told dearest first, without what is next to nothing', () => {
    const before = new Map([['crm', 100]]);
    const after = new Map([
      ['crm', 150],
      ['booking', 200],
      ['idle', 0.5],
    ]);
    expect(describeCosts(before, after, 100)).toBe('each cost 2.50 ms of processor: booking 2.00, crm 0.50');
  });

  it('counts the programs that sent the load', () => {
    expect(readCosts().get('sending the load')).toBeGreaterThanOrEqual(0);
  });
});
