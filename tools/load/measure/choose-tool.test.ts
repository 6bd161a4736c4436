import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseTool } from './choose-tool.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yitu-load-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the tool of a load run', () => {
  it('is k6 only where the PATH has a k6 that can be run', () => {
    const searchPath = ['/nowhere', '', folder].join(delimiter);
    expect(chooseTool(searchPath).name).toBe('autocannon');
    writeFileSync(join(folder, 'k6'), '');
    expect(chooseTool(searchPath).name).toBe('autocannon');
    rmSync(join(folder, 'k6'));
    writeFileSync(join(folder, 'k6'), '', { mode: 0o755 });
    expect(chooseTool(searchPath).name).toBe('k6');
  });
});
