import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refusal } from '../api/refusal.ts';

beforeEach(() => {
  vi.stubGlobal('localStorage', { getItem: () => 'en', setItem: () => undefined });
  vi.stubGlobal('document', { documentElement: {} });
});
afterEach(() => vi.unstubAllGlobals());

const refetch = () => Promise.resolve();
const shown = async (...errors: unknown[]) => {
  const { Missed } = await import('./loaded.tsx'); // its words are there only now
  return renderToStaticMarkup(createElement(Missed, { of: errors.map((error) => ({ error, refetch })) }));
};

test('of several queries that are shown together the first that failed is told, and nothing where none did', async () => {
  const down = new Refusal({ title: 'The service is away', code: 'x/away', status: 503 });
  expect(await shown(null, down)).toContain('The service is away');
  expect(await shown(null, undefined)).toBe('');
});
