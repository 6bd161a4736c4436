import { createTransport, type NodemailerError } from 'nodemailer';
import { errors } from '../errors.ts';

/** One e-mail to one person. */
export interface Mail {
  /** Names the message for ever: a repeat has the same, so that mail programs show it once. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  /** The name shown as the sender's. */
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Hands e-mail over to a mail server. */
export interface Mailer {
  /** @throws notifications/mail-unreachable, mail-deferred (both may pass), mail-refused */
  send(mail: Mail): Promise<void>;
  close(): void;
}

export interface MailerOptions {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  readonly url: string;
  /** Sender, `Name <address>`; of it the address is used. */
  readonly from: string;
}

/** All of one sending must end before the bus takes the message for lost and gives it to somebody else (30 s). */
const limits = { connectionTimeout: 5_000, greetingTimeout: 5_000, dnsTimeout: 5_000, socketTimeout: 10_000 };
const sendingMs = 15_000;

/** Opens a pool of connections; they are made with the first mail. */
export function openMailer({ url, from }: MailerOptions): Mailer {
  const address = /<([^<>]+)>$/.exec(from)?.[1] ?? from;
  const domain = address.split('@').at(-1) ?? 'localhost';
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    // Repeats are ours to decide: they are counted and spaced.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...limits,
  });
  return {
    send: async ({ id, to, fromName, subject, text, html }) => {
      const messageId = `<${id}@${domain}>`;
      const signal = AbortSignal.timeout(sendingMs);
      const headers = { 'auto-submitted': 'auto-generated' };
      try {
        const sender = { name: fromName, address };
        await transport.sendMail({ messageId, from: sender, to, subject, text, html, headers, signal });
      } catch (cause) {
        throw refusalOf(cause);
      }
    },
    close: () => transport.close(),
  };
}

/** What a failed handing-over means; the server's own words may hold the address, so they stay in the cause. */
function refusalOf(cause: unknown) {
  const { responseCode, permanent } = cause as Partial<NodemailerError>; // all fields optional: a foreign error has none
  if (responseCode === undefined) return errors.mailUnreachable({ cause });
  return permanent ? errors.mailRefused({ cause }) : errors.mailDeferred({ cause });
}
