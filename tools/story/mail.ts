import { until } from './api.ts';
import type { Stage } from './cast.ts';

interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** The newest message to an address whose subject fits; waits for it. */
export function mailTo({ mailUrl }: Stage, address: string, subject: RegExp): Promise<Mail> {
  return until(`a message to ${address} with the subject ${subject.source}`, async () => {
    const response = await fetch(`${mailUrl}/messages.json?to=${encodeURIComponent(address)}`);
    const messages = (await response.json()) as Mail[]; // the mail sink's own form
    return messages.find((message) => subject.test(message.subject));
  });
}

/** The token of the customer's link in a message. */
export function tokenIn({ text }: Mail): string {
  const token = /[?&]token=([\w.-]+)/.exec(text)?.[1];
  if (!token) throw new Error('the message holds no link');
  return token;
}
