import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Address } from 'postal-mime';

/** An e-mail as it arrived. */
export interface Message {
  /** Names the file `<id>.eml`; later messages have greater ids. */
  readonly id: string;
  /** Every recipient the sender named to the server, blind copies too. */
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** As the sender made it: not to be trusted. */
  readonly html?: string;
  /** When it arrived: ISO 8601, UTC. */
  readonly date: string;
}

/** The messages in a directory, one file each. */
export interface Mailbox {
  /** @param source the message as it came over the wire */
  keep(source: Buffer, recipients: readonly string[]): Promise<void>;
  /** Newest first; with `to`, those for this address only. */
  list(to?: string): Message[];
  find(id: string): Message | undefined;
}

const RECIPIENT_HEADER = 'delivered-to';

/** Opens the mailbox of a directory and reads what is there. */
export async function openMailbox(directory: string): Promise<Mailbox> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const ids = readdirSync(directory)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => name.slice(0, -'.eml'.length));
  const messages: Message[] = [];
  for (const id of ids.toSorted()) messages.push(await parse(id, readFileSync(join(directory, `${id}.eml`))));
  return {
    async keep(source, recipients) {
      const id = newId();
      const delivered = Buffer.concat([
        Buffer.from(recipients.map((to) => `Delivered-To: ${to}\r\n`).join('')),
        source,
      ]);
      const message = await parse(id, delivered);
      const file = join(directory, `${id}.eml`);
      writeFileSync(`${file}.incomplete`, delivered, { mode: 0o600 });
      renameSync(`${file}.incomplete`, file);
      messages.push(message);
    },
    list(to) {
      const wanted = to?.toLowerCase();
      const found =
        wanted === undefined ? messages : messages.filter((message) => message.to.includes(wanted));
      return found.toReversed();
    },
    find: (id) => messages.find((message) => message.id === id),
  };
}

async function parse(id: string, source: Buffer): Promise<Message> {
  const email = await PostalMime.parse(source);
  const to = email.headers
    .filter(({ key }) => key === RECIPIENT_HEADER)
    .map(({ value }) => value.toLowerCase());
  return {
    id,
    to,
    from: addressOf(email.from),
    subject: email.subject ?? '',
    text: email.text ?? '',
    ...(email.html !== undefined && { html: email.html }),
    date: new Date(Number(id.split('-')[0])).toISOString(),
  };
}

function addressOf(from: Address | undefined): string {
  if (from === undefined) return '';
  return from.name ? `${from.name} <${from.address}>` : (from.address ?? '');
}

let lastMs = 0;

/** Milliseconds since 1970, never the same twice, so that the names of the files are in order of arrival. */
function newId(): string {
  lastMs = Math.max(Date.now(), lastMs + 1);
  return `${lastMs}-${randomBytes(4).toString('hex')}`;
}
