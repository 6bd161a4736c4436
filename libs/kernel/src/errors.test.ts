import { describe, expect, it } from 'vitest';
import { defineErrors, translate } from './errors.ts';

const errors = defineErrors('booking', {
  onlySomeLeft: { status: 409, zh: '只剩{left}个名额', en: 'Only {left} seats left' },
  closed: { status: 409, zh: '已截止', en: 'Closed' },
});

describe('a catalogue of errors', () => {
  it('gives each entry a stable code and fills in its parameters in both languages', () => {
    const error = errors.onlySomeLeft({ left: 2 });
    expect(error).toMatchObject({ code: 'booking/only-some-left', status: 409 });
    expect(translate(error.texts, 'zh')).toBe('只剩2个名额');
    expect(translate(error.texts, 'en')).toBe('Only 2 seats left');
  });

  it('carries the fields that are wrong', () => {
    const fields = [
      { field: '/body/date', rule: 'future', message: { zh: '须晚于今天', en: 'must be in the future' } },
    ];
    expect(errors.closed({ fields }).fields).toEqual(fields);
  });
});
