import { describe, expect, it } from 'vitest';
import { measuredOf } from './k6.ts';

describe('what k6 has measured', () => {
  it('is a rate over the seconds in which it sent', () => {
    const summary = JSON.stringify({ placed: 300, errors: 0, unsent: 0, p50Ms: 4.2, p99Ms: 9.5 });
    expect(measuredOf(summary, '', 1.5)).toEqual({ rate: 200, p50Ms: 4.2, p99Ms: 9.5, errors: 0 });
  });

  it('names one of the errors', () => {
    const summary = JSON.stringify({ placed: 1, errors: 2, unsent: 0, p50Ms: 1, p99Ms: 1 });
    const said = 'something else\nunexpected: 503 no one there\nunexpected: 500\n';
    expect(measuredOf(summary, said, 1)).toMatchObject({ errors: 2, firstError: '503 no one there' });
  });

  it('counts requests that could not be sent as errors', () => {
    const summary = JSON.stringify({ placed: 1, errors: 0, unsent: 4, p50Ms: 1, p99Ms: 1 });
    const { errors, firstError } = measuredOf(summary, '', 1);
    expect({ errors, firstError }).toEqual({
      errors: 4,
      firstError: '4 requests could not be sent in time',
    });
  });

  it('has the times of each kind of request', () => {
    const kinds = { lists: { p50Ms: 1, p95Ms: 2 } };
    const summary = JSON.stringify({ placed: 1, p50Ms: 1, p95Ms: 3, p99Ms: 4, kinds });
    expect(measuredOf(summary, '', 1)).toEqual({ rate: 1, p50Ms: 1, p95Ms: 3, p99Ms: 4, errors: 0, kinds });
  });

  it('tells what was refused apart from errors', () => {
    const summary = JSON.stringify({ placed: 3, refused: 2, p50Ms: 1, p99Ms: 4 });
    expect(measuredOf(summary, '', 1)).toMatchObject({ refused: 2, errors: 0 });
  });

  it('has no times where nothing was answered', () => {
    expect(measuredOf('{}', '', 1)).toEqual({ rate: 0, p50Ms: NaN, p99Ms: NaN, errors: 0 });
  });
});
