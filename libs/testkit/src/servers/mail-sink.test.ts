import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type MailSink, type MailSinkOptions, startMailSink } from './mail-sink.ts';

async function started(options: MailSinkOptions = {}): Promise<MailSink> {
  const sink = await startMailSink(options);
  onTestFinished(() => sink.stop());
  return sink;
}

async function send(sink: MailSink, mail: Record<string, string>): Promise<void> {
  const transport = createTransport(sink.smtpUrl);
  await transport.sendMail({ from: '易途 <no-reply@yitu.example>', ...mail });
  transport.close();
}

/** Asks with a Host header of one's own, which fetch does not allow. */
async function statusFor(url: string, host: string): Promise<number | undefined> {
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  request(url, { headers: { host } }, (response) => resolve(response.resume().statusCode)).end();
  return promise;
}

const SCRIPT = `<script>alert("x")</script>'"><img src=x onerror=alert(1)>`;

describe('the mail sink', () => {
  test('keeps a message with its recipients, subject and text', async () => {
    const sink = await started();
    await send(sink, {
      to: 'Li@example.cn',
      bcc: 'archive@example.cn',
      subject: '确认函',
      text: '您的行程已确认',
    });
    expect(sink.messages()).toEqual([
      expect.objectContaining({
        to: ['li@example.cn', 'archive@example.cn'],
        from: '易途 <no-reply@yitu.example>',
        subject: '确认函',
        text: expect.stringContaining('您的行程已确认'),
      }),
    ]);
  });

  test('lists the newest first, and on demand only those of one address', async () => {
    const sink = await started();
    await send(sink, { to: 'a@example.cn', subject: 'first', text: '' });
    await send(sink, { to: 'b@example.cn', subject: 'second', text: '' });
    await send(sink, { to: 'a@example.cn', subject: 'third', text: '' });
    const response = await fetch(`${sink.httpUrl}/messages.json?to=A@example.cn`);
    expect(await response.json()).toMatchObject([{ subject: 'third' }, { subject: 'first' }]);
    expect(sink.messages().map(({ subject }) => subject)).toEqual(['third', 'second', 'first']);
  });

  test('keeps messages as files and finds them again', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'yitu-mail-test-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    const first = await startMailSink({ dir });
    await send(first, { to: 'a@example.cn', subject: 'kept', text: 'seven' });
    await first.stop();
    const [file] = readdirSync(dir);
    expect(file).toMatch(/\.eml$/);
    expect(readFileSync(join(dir, file ?? ''), 'utf8')).toContain('Subject: kept');
    expect((await started({ dir })).messages()).toEqual(first.messages());
  });

  test.each(['subject', 'text', 'html'])(
    'never lets the %s of a message become part of its pages',
    async (part) => {
      const sink = await started();
      await send(sink, { to: 'a@example.cn', subject: 'plain', text: 'plain', [part]: SCRIPT });
      const [message] = sink.messages();
      for (const path of ['/', `/messages/${message?.id}`]) {
        const response = await fetch(`${sink.httpUrl}${path}`);
        const page = await response.text();
        expect(page).not.toMatch(/<script|<img/);
        expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      }
    },
  );

  test('shows the HTML of a message only in a frame that may run nothing', async () => {
    const sink = await started();
    await send(sink, { to: 'a@example.cn', subject: 'styled', text: 'plain', html: '<b class="x">bold</b>' });
    const page = await (await fetch(`${sink.httpUrl}/messages/${sink.messages()[0]?.id}`)).text();
    expect(page).toContain(
      '<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="&lt;base target=&quot;_blank&quot;&gt;&lt;b class=&quot;x&quot;&gt;bold&lt;/b&gt;',
    );
  });

  test('is not fooled by addresses in the path', async () => {
    const sink = await started();
    for (const path of ['/messages/', '/messages/../../etc/passwd', '/messages/%2e%2e%2fsecrets', '/other'])
      expect((await fetch(`${sink.httpUrl}${path}`)).status).toBe(404);
  });

  test('answers only to the names of this machine', async () => {
    const sink = await started();
    expect(await statusFor(sink.httpUrl, 'attacker.example:80')).toBe(421);
    expect(await statusFor(sink.httpUrl, new URL(sink.httpUrl).host)).toBe(200);
  });
});
