import { queryObjects } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { Alarm } from './alarm.ts';

const day = 86_400_000;
/** Promises that anything holds on to, after everything else was collected. */
const promises = () => queryObjects(Promise, { format: 'count' });

describe('a rest', () => {
  it('goes on when the alarm is rung, which is heard afterwards', async () => {
    const alarm = new Alarm();
    const rest = alarm.rest(1);
    alarm.ring();
    await rest;
    expect(await alarm.wait(day)).toBe(true);
  });

  it('ends when the alarm is stopped, and does not begin afterwards', async () => {
    const alarm = new Alarm();
    const rests = [alarm.rest(day)];
    alarm.stop();
    rests.push(alarm.rest(day));
    expect(await Promise.all(rests)).toHaveLength(2);
  });

  it('leaves nothing behind, however often somebody rests', async () => {
    const alarm = new Alarm();
    await alarm.rest(1);
    const before = promises();
    for (let rests = 0; rests < 300; rests++) await alarm.rest(1);
    expect(promises() - before).toBeLessThan(100);
  });
});
