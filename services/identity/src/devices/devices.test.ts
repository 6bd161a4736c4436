import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placesFile } from '../fixtures/places-file.ts';
import { describeDevice } from './describe-device.ts';
import { openPlaces } from './places.ts';

describe('a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
      { browser: 'Chrome 141', system: 'Windows 10', kind: 'desktop' },
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      { browser: 'Safari 18', system: 'iOS 18.1', kind: 'mobile' },
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-S928B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50',
      { browser: 'WeChat 8', kind: 'mobile' },
    ],
    ['', { browser: null, system: null, kind: 'other' }],
    ['一种没有人知道的程序', { kind: 'other' }],
  ])('says what it is: %s', (userAgent, expected) => {
    expect(describeDevice(userAgent)).toMatchObject(expected);
  });
});

describe('a place', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'yitu-places-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it.each([
    ['127.0.0.1', 'this-machine'],
    ['::1', 'this-machine'],
    ['192.168.1.20', 'local-network'],
    ['fd00::1', 'local-network'],
    ['203.0.113.7', 'internet'],
    ['', 'unknown'],
  ])('of %s is told by the kind of address where there is no file: %s', async (address, kind) => {
    const places = await openPlaces(undefined);
    expect(places(address)).toEqual({ address, kind, country: null, city: null });
  });

  it('has country and city where there is a file', async () => {
    const file = join(directory, 'places.mmdb');
    const names = {
      country: { names: { en: 'China', 'zh-CN': '中国' } },
      city: { names: { en: 'Hangzhou', 'zh-CN': '杭州' } },
    };
    writeFileSync(file, placesFile('203.0.113.0', 24, names));
    const places = await openPlaces(file);
    expect(places('203.0.113.7')).toMatchObject({
      country: { zh: '中国', en: 'China' },
      city: { zh: '杭州', en: 'Hangzhou' },
    });
    expect(places('203.0.112.7')).toMatchObject({ country: null, city: null });
  });

  it('needs the file it was told of', async () => {
    await expect(openPlaces(join(directory, 'none.mmdb'))).rejects.toThrow('ENOENT');
  });
});
