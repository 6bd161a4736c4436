import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { followLog, rotateLogs } from './logs.ts';

function logDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'yitu-logs-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

test('each start gets new log files and keeps those of the last three', () => {
  const directory = logDirectory();
  for (const run of ['first', 'second', 'third', 'fourth', 'fifth']) {
    rotateLogs(directory);
    writeFileSync(join(directory, 'booking.log'), run);
  }
  const kept = readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')]);
  expect(Object.fromEntries(kept)).toEqual({
    'booking.log': 'fifth',
    'booking.log.1': 'fourth',
    'booking.log.2': 'third',
    'booking.log.3': 'second',
  });
});

test('a followed log is read line by line, also when lines and characters arrive in pieces', async () => {
  const file = join(logDirectory(), 'booking.log');
  const lines: string[] = [];
  const stop = followLog(file, (line) => lines.push(line));
  const bytes = Buffer.from('one\n订单\n');
  appendFileSync(file, bytes.subarray(0, 5));
  await expect.poll(() => lines).toEqual(['one']);
  appendFileSync(file, bytes.subarray(5));
  stop();
  expect(lines).toEqual(['one', '订单']);
});
