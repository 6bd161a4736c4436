import { describe, expect, it } from 'vitest';
import { filesOf, tooHeavy } from './first-loads.ts';

describe('what a page loads', () => {
  const manifest = {
    'index.html': { file: 'entry.js', imports: ['_react.js'] },
    'src/page.tsx': {
      file: 'page.js',
      imports: ['_react.js', '_table.js'],
      dynamicImports: ['src/chart.ts'],
    },
    'src/chart.ts': { file: 'chart.js' },
    '_react.js': { file: 'react.js' },
    '_table.js': { file: 'table.js', imports: ['_react.js'] },
  };

  it('is every script that its parts need, once, and not what comes later', () =>
    expect(filesOf(manifest, ['index.html', 'src/page.tsx']).toSorted()).toEqual([
      'entry.js',
      'page.js',
      'react.js',
      'table.js',
    ]));

  it('cannot be said of a page that is not there', () =>
    expect(() => filesOf(manifest, ['src/gone.tsx'])).toThrow('src/gone.tsx'));

  it('is too heavy above the promise alone', () =>
    expect(
      tooHeavy([
        { address: '/light', kilobytes: 300 },
        { address: '/heavy', kilobytes: 300.1 },
      ]),
    ).toEqual([{ address: '/heavy', kilobytes: 300.1 }]));
});
