import { describe, expect, it } from 'vitest';
import { completeLock } from './complete-lock.ts';

describe('completing the lock', () => {
  const lock = {
    packages: {
      '': { optionalDependencies: {} },
      'node_modules/tool': {
        version: '1.0.0',
        optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/darwin-arm64': '1.0.0' },
      },
      'node_modules/tool/node_modules/@tool/linux-x64': { version: '1.0.0', optional: true },
    },
  };

  it('notes what is missing with its platform, and leaves the rest alone', () => {
    const { lock: completed, added } = completeLock(lock);
    expect(added).toEqual(['@tool/darwin-arm64']);
    expect(completed.packages).toEqual({
      ...lock.packages,
      'node_modules/@tool/darwin-arm64': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] },
    });
  });

  it('adds nothing the second time', () => {
    expect(completeLock(completeLock(lock).lock).added).toEqual([]);
  });
});
