import { styleText } from 'node:util';
import type { Exit } from '@yitu/testkit/servers';
import { type Warning, printable, warningIn } from './log-line.ts';

/** What a person in the terminal sees. */
export interface Report {
  /** Something begins. */
  begins(text: string): void;
  /** Something is done; told with the seconds since `since` (milliseconds of `performance.now()`). */
  done(text: string, since: number): void;
  /** Something is worth knowing, line by line. */
  tell(...lines: readonly string[]): void;
  crashed(name: string, exit: Exit, said: string, againInMs: number): void;
  recovered(name: string): void;
  warning(name: string, warning: Warning): void;
  failed(error: unknown): void;
}

/** @param write takes one line without its end; @param colour whether the terminal shows colours */
export function createReport(write: (line: string) => void, colour: boolean): Report {
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const clock = () => paint('dim', new Date().toTimeString().slice(0, 8));
  return {
    begins: (text) => write(`${paint('dim', '…')} ${text}`),
    done: (text, since) => {
      const seconds = ((performance.now() - since) / 1000).toFixed(1);
      write(`${paint('green', '✓')} ${text} ${paint('dim', `(${seconds} s)`)}`);
    },
    tell: (...lines) => lines.forEach((line) => write(line)),
    crashed: (name, exit, said, againInMs) => {
      const again = againInMs === 0 ? 'now' : `in ${againInMs / 1000} s`;
      write(
        `${clock()} ${paint('red', '✗')} ${name} ended by itself (${howItEnded(exit)}); starting it again ${again}`,
      );
      for (const line of said.split('\n').filter((line) => line !== ''))
        write(paint('dim', `    ${warningIn(line)?.text ?? printable(line)}`));
    },
    recovered: (name) => write(`${clock()} ${paint('green', '✓')} ${name} is ready again`),
    warning: (name, { severe, text }) =>
      write(`${clock()} ${paint(severe ? 'red' : 'yellow', severe ? 'error' : 'warn ')} ${name}  ${text}`),
    failed: (error) =>
      write(`${paint('red', '✗')} ${error instanceof Error ? error.message : String(error)}`),
  };
}

function howItEnded({ code, signal }: Exit): string {
  return signal === null ? `exit code ${code}` : signal;
}
