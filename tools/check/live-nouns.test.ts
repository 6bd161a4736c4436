import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { nouns as watched } from '../../services/console/src/live/nouns.ts';
import { nouns as offered } from '../../services/notifications/src/live/nouns.ts';

const source = globSync('services/console/src/**/*.{ts,tsx}').map((path) => readFileSync(path, 'utf8'));
/** Beginnings of query keys; a service that is no word (a file is taken in by several) may be any. */
const pairs = source.flatMap((text) => [...text.matchAll(/\[\s*(?:'([a-z]+)'|\w[\w.]*),\s*'([a-z-]+)'/g)]);

it('what pages ask for by the name of a noun is watched wherever its changes are told', () => {
  const asked = new Set(pairs.map(([, service = 'any', noun]) => `${service}.${noun}`));
  const told = [...offered.keys()].filter(
    (name) => asked.has(name) || asked.has(`any.${name.split('.')[1]}`),
  );
  expect([...watched].toSorted()).toEqual(told.toSorted());
});
