import { describe, expect, it } from 'vitest';
import { checkAnswer } from './decide.ts';

const sent = { state: 'sent', planVersion: 3 } as const;

describe('an answer to a proposed plan', () => {
  it('is taken for exactly the version that was sent and still is the plan', () => {
    expect(() => checkAnswer(sent, 3, 3)).not.toThrow();
    expect(() => checkAnswer(sent, 2, 3)).toThrow('itinerary/proposal-superseded');
    expect(() => checkAnswer(sent, 3, 4)).toThrow('itinerary/proposal-superseded');
  });

  it('is taken once, and for nothing that was replaced', () => {
    expect(() => checkAnswer({ ...sent, state: 'accepted' }, 3, 3)).toThrow('itinerary/proposal-answered');
    expect(() => checkAnswer({ ...sent, state: 'changes-wanted' }, 3, 3)).toThrow(
      'itinerary/proposal-answered',
    );
    expect(() => checkAnswer({ ...sent, state: 'superseded' }, 3, 3)).toThrow(
      'itinerary/proposal-superseded',
    );
  });
});
