import type { Incident } from '../../api/gen/identity.ts';
import type { Tone } from '../../patterns/state-tag.tsx';
import { texts } from './texts.ts';

export const states = ['open', 'investigating', 'contained', 'closed'] satisfies Incident['state'][];
export const severities = ['low', 'medium', 'high', 'critical'] satisfies Incident['severity'][];
export const kinds = [
  'lost-device',
  'data-leak',
  'phishing',
  'malware',
  'intrusion',
  'failed-sign-ins',
  'sign-ins-failing',
  'document-reveals',
  'large-export',
  'token-reuse',
  'other',
] satisfies Incident['kind'][];

export const stateTones: Readonly<Record<Incident['state'], Tone>> = {
  open: 'bad',
  investigating: 'waiting',
  contained: 'going',
  closed: 'over',
};

export const severityTones: Readonly<Record<Incident['severity'], Tone>> = {
  low: 'over',
  medium: 'going',
  high: 'waiting',
  critical: 'bad',
};

export const choices = (words: readonly string[]) =>
  words.map((value) => ({ value, label: texts.word(value) }));
