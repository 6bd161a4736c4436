import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import {
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
  createServer,
} from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { onFreePort } from './loopback-ports.ts';
import { listPage, messagePage, missingPage } from './mail-pages.ts';
import { type Mailbox, type Message, openMailbox } from './mailbox.ts';

export interface MailSinkOptions {
  /** Where messages are kept as `.eml` files. Default: a new directory that `stop()` removes. */
  readonly dir?: string;
  /** Preferred ports; others are taken when they are busy. */
  readonly smtpPort?: number;
  readonly httpPort?: number;
}

/** A mail server that delivers nothing and shows everything. */
export interface MailSink {
  /** For `SMTP_URL`. */
  readonly smtpUrl: string;
  /** `/` for people, `/messages.json?to=…` for programs. */
  readonly httpUrl: string;
  /** Newest first; with `to`, those for this address only. */
  messages(to?: string): Message[];
  stop(): Promise<void>;
}

const LARGEST_MESSAGE_BYTES = 25_000_000;

/** Starts the sink on 127.0.0.1, with the messages that are in its directory already. */
export async function startMailSink(options: MailSinkOptions = {}): Promise<MailSink> {
  const directory = options.dir ?? mkdtempSync(join(tmpdir(), 'yitu-mail-'));
  const mailbox = await openMailbox(directory);
  const smtp = await onFreePort(options.smtpPort, (port) => startSmtp(mailbox, port));
  const http = await onFreePort(options.httpPort, (port) => startHttp(mailbox, port));
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    httpUrl: `http://127.0.0.1:${http.port}`,
    messages: (to) => mailbox.list(to),
    async stop() {
      await new Promise<void>((closed) => {
        smtp.started.close(closed);
      });
      http.started.closeAllConnections();
      http.started.close();
      if (options.dir === undefined) rmSync(directory, { recursive: true });
    },
  };
}

async function startSmtp(mailbox: Mailbox, port: number): Promise<SMTPServer> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST_MESSAGE_BYTES,
    onData(stream, session, answer) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then((source) => mailbox.keep(source, recipients))
        .then(
          () => answer(),
          (error: unknown) => answer(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  // A client that hangs up in the middle is its own affair.
  server.on('error', () => undefined);
  return server;
}

async function startHttp(mailbox: Mailbox, port: number): Promise<HttpServer> {
  const server = createServer((request, response) => answerRequest(mailbox, request, response));
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return server;
}

function answerRequest(mailbox: Mailbox, request: IncomingMessage, response: ServerResponse): void {
  // A web page elsewhere can give its own name the address 127.0.0.1, but not the name by which we are asked.
  if (!/^(127\.0\.0\.1|localhost):\d+$/.test(request.headers.host ?? ''))
    return send(response, 421, 'text/plain', '');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (pathname === '/readyz') return send(response, 200, 'text/plain', 'ready');
  const messages = mailbox.list(searchParams.get('to') ?? undefined);
  if (pathname === '/') return send(response, 200, 'text/html', listPage(messages));
  if (pathname === '/messages.json') return send(response, 200, 'application/json', JSON.stringify(messages));
  const message = mailbox.find(pathname.replace(/^\/messages\//, ''));
  if (message === undefined) return send(response, 404, 'text/html', missingPage());
  return send(response, 200, 'text/html', messagePage(message));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    // Frames inherit it: a message may look as its sender wanted, but runs nothing and loads nothing.
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(body);
}
