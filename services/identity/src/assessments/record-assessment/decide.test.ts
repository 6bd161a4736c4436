import { describe, expect, it } from 'vitest';
import { decideAssessment, expiryAt, reminderAt } from './decide.ts';

const attempt = {
  assessorId: 'trainer',
  userId: 'person',
  score: 80,
  assessedOn: '2026-05-01',
  today: '2026-05-01',
};
const course = { passingScore: 80, validityMonths: 12 };
const until = (assessedOn: string, validityMonths: number) =>
  decideAssessment({ ...attempt, assessedOn, today: '2030-01-01' }, { ...course, validityMonths }).validUntil;

describe('an assessment', () => {
  it('is passed with the score the course asks for', () => {
    expect(decideAssessment(attempt, course)).toEqual({ passed: true, validUntil: '2027-05-01' });
    expect(decideAssessment({ ...attempt, score: 79 }, course)).toEqual({ passed: false, validUntil: null });
  });

  it.each([
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2027-02-28', 12, '2028-02-28'],
    ['2026-12-15', 24, '2028-12-15'],
  ])('on %s is good for %i months until %s', (assessedOn, months, expected) => {
    expect(until(assessedOn, months)).toBe(expected);
  });

  it('is recorded by somebody else, and not before it took place', () => {
    expect(() => decideAssessment({ ...attempt, assessorId: 'person' }, course)).toThrow(
      'identity/own-assessment',
    );
    expect(() => decideAssessment({ ...attempt, assessedOn: '2026-05-02' }, course)).toThrow(
      'identity/not-yet',
    );
  });
});

describe('a certificate', () => {
  it('is reminded of at nine in the morning thirty days before, and ends with its last day, where the agency is', () => {
    expect(reminderAt('2027-05-01', 'Asia/Shanghai').toString()).toBe('2027-04-01T01:00:00Z');
    expect(reminderAt('2028-03-30', 'Asia/Shanghai').toString()).toBe('2028-02-29T01:00:00Z');
    expect(expiryAt('2027-05-01', 'Asia/Shanghai').toString()).toBe('2027-05-01T16:00:00Z');
    expect(expiryAt('2027-11-06', 'America/New_York').toString()).toBe('2027-11-07T04:00:00Z');
  });
});
