import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { placesIn, ROOT } from '../up/places.ts';
import { rotateKeys } from './rotate.ts';

// npm run rotate:keys -- [--file .yitu/signing-keys.json] [--lead 120]: a new key for access tokens. The services need no restart.
// In a cluster the file is the secret `signing-keys`: write it to a file, rotate that, and apply it as the secret again; the lead must cover the
// time until the new secret has reached every pod (two minutes do).
const { values } = parseArgs({
  options: {
    file: { type: 'string', default: placesIn(join(ROOT, '.yitu')).signingKeys },
    lead: { type: 'string', default: '120' },
  },
});
const lead = Number(values.lead);
if (!Number.isInteger(lead) || lead < 3) {
  console.error('--lead is a whole number of seconds, 3 at least: the key has to be known before it signs');
  process.exit(2);
}
const { newKey, published, removed } = rotateKeys(values.file, lead);
console.log(
  `Key ${newKey.kid} signs from ${newKey.signsFrom ?? 'now'} on; published: ${published.join(', ')}.`,
);
if (removed.length > 0) console.log(`Removed, no longer in any valid token: ${removed.join(', ')}.`);
