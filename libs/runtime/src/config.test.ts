import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { parseConfig } from './config.ts';

const Schema = Type.Object({
  PORT: Type.Integer({ minimum: 1 }),
  NAME: Type.String({ minLength: 3 }),
  LEVEL: Type.String({ default: 'info' }),
  NOTE: Type.Optional(Type.String()),
});

describe('the configuration', () => {
  it('is read from the environment: numbers converted, defaults filled in, everything else left out', () => {
    expect(parseConfig(Schema, { PORT: '80', NAME: 'abc', PATH: '/bin', NOTE: undefined })).toEqual({
      PORT: 80,
      NAME: 'abc',
      LEVEL: 'info',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(parseConfig(Schema, { PORT: '80', NAME: 'abc', LEVEL: '', NOTE: '' })).toEqual({
      PORT: 80,
      NAME: 'abc',
      LEVEL: 'info',
    });
  });

  it('names every variable that does not fit, and no value', () => {
    const read = () => parseConfig(Schema, { PORT: 'secret-port', NAME: 'ab' });
    expect(read).toThrow(/PORT must be integer/);
    expect(read).toThrow(/NAME must NOT have fewer than 3 characters/);
    expect(read).not.toThrow(/secret-port/);
    expect(() => parseConfig(Schema, { PORT: '80' })).toThrow(/must have required property 'NAME'/);
  });
});
