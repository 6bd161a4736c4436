import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { completeLock, type Lock } from './complete-lock.ts';

// Run after every `npm install` that changes packages: npm run lock
const file = join(import.meta.dirname, '../../package-lock.json');
const { lock, added } = completeLock(JSON.parse(await readFile(file, 'utf8')) as Lock); // npm wrote it
await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} packages of other platforms noted in package-lock.json`);
