import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { inflateSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { page, table } from './layout.ts';
import { openPrinter } from './printer.ts';

const print = openPrinter();
const letter = (title: string) =>
  page({ house: '云旗旅行社', title, number: 'FP-1', content: [table([80, '*'], [['日期', '2026-05-01']])] });

describe('a printed page', () => {
  it('is a PDF with its font in it', async () => {
    const pdf = Buffer.from(await print(letter('发票 Invoice'))).toString('latin1');
    expect(pdf.slice(0, 8)).toMatch(/^%PDF-1\.\d/);
    expect(pdf).toContain('NotoSansSC');
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
  });

  it('has other signs on it for another text', async () => {
    const signs = async (title: string) => {
      const pdf = Buffer.from(await print(letter(title)));
      const start = pdf.indexOf('stream\n') + 'stream\n'.length;
      return inflateSync(pdf.subarray(start, pdf.indexOf('endstream', start))).toString('latin1');
    };
    const [one, other] = [await signs('发票'), await signs('合同与确认')];
    expect(one).not.toBe(other);
  });

  it('reads no file and no address that a text names', async () => {
    const content = [{ image: 'file:///etc/passwd' }];
    await expect(print(page({ house: 'x', title: 'x', number: 'x', content }))).rejects.toThrow();
  });

  it('is refused when too many wait', async () => {
    const asked = Array.from({ length: 25 }, () => print(letter('x')).catch((error: unknown) => error));
    const answers = await Promise.all(asked);
    const refused = answers.filter((one) => one instanceof Error);
    expect(refused.map((error) => Reflect.get(error, 'code'))).toEqual(
      Array.from({ length: 5 }, () => 'documents/printer-busy'),
    );
  });
});

it('lets its process end once nobody waits for a document any more, and not before', async () => {
  const program = `
    const { openPrinter } = await import(${JSON.stringify(import.meta.resolve('./index.ts'))});
    const pdf = await openPrinter()({ definition: { content: ['x'] }, footer: 'y' });
    process.stdout.write(Buffer.from(pdf).subarray(0, 5));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [written, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect([written, code]).toEqual(['%PDF-', 0]);
});
