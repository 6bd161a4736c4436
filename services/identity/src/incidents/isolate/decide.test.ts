import { describe, expect, it } from 'vitest';
import { decideSuspension, type Isolation } from './decide.ts';

const given: Isolation = {
  actorId: 'handler',
  userId: 'suspect',
  active: true,
  isolatedElsewhere: false,
};

describe('suspending an account for an incident', () => {
  it('is done to somebody else', () => {
    expect(decideSuspension(given)).toBe(true);
  });

  it('locks nobody out by their own hand', () => {
    expect(() => decideSuspension({ ...given, actorId: 'suspect' })).toThrow(
      'identity/not-isolating-yourself',
    );
  });

  it('has nothing left to do where another incident did it, and is refused where somebody else did', () => {
    expect(decideSuspension({ ...given, active: false, isolatedElsewhere: true })).toBe(false);
    expect(() => decideSuspension({ ...given, active: false })).toThrow('identity/already-suspended');
  });
});
