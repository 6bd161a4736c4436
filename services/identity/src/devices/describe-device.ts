import bowser from 'bowser';
import { Type, type Static } from 'typebox';

export const Device = Type.Object(
  {
    browser: Type.Union([Type.String(), Type.Null()], { description: 'e.g. Chrome 141' }),
    system: Type.Union([Type.String(), Type.Null()], { description: 'e.g. Windows 11' }),
    kind: Type.Enum(['desktop', 'mobile', 'tablet', 'other']),
  },
  { title: 'Device', description: 'What the device said of itself when it signed in.' },
);

/** Reads a User-Agent header. Whoever sends it can write anything, so it helps people to recognise their own devices, and nothing else. */
export function describeDevice(userAgent: string): Static<typeof Device> {
  if (userAgent.trim() === '') return { browser: null, system: null, kind: 'other' };
  const { browser, os, platform } = bowser.parse(userAgent);
  const { type } = platform;
  const kind = type === 'desktop' || type === 'mobile' || type === 'tablet' ? type : 'other';
  return {
    browser: named(browser.name, browser.version?.split('.')[0]),
    system: named(os.name, os.versionName ?? os.version),
    kind,
  };
}

const named = (name: string | undefined, version: string | undefined): string | null =>
  name ? [name, version].filter(Boolean).join(' ') : null;
