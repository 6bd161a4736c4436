import { describe, expect, it } from 'vitest';
import { heardAs } from './heard-names.ts';

describe('what somebody hears of a part of antd', () => {
  it('is what it does, in the language of the page', () => {
    const part = { icon: false, alone: false };
    expect(heardAs('Increase Value', part, 'zh')).toEqual({ name: '增加' });
    expect(heardAs('Increase Value', part, 'en')).toEqual({ name: 'Increase' });
    expect(heardAs('Clear', part, 'zh')).toEqual({ name: '清除' });
  });

  it('is nothing of a picture beside words, by whatever name', () =>
    expect(heardAs('exclamation-circle', { icon: true, alone: false }, 'zh')).toBe('nothing'));

  it('is the deed of a picture that is all a button has', () =>
    expect(heardAs('ellipsis', { icon: true, alone: true }, 'zh')).toEqual({ name: '更多' }));

  it('is what pages named themselves', () =>
    expect(heardAs('Yitu', { icon: false, alone: false }, 'zh')).toBe('itself'));
});
