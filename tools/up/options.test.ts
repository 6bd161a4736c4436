import { describe, expect, test } from 'vitest';
import { UsageError, parseOptions } from './options.ts';

describe('the options of npm start', () => {
  test('without any, the data is kept and the demo filled in', () => {
    expect(parseOptions([])).toEqual({
      fresh: false,
      demo: true,
      port: undefined,
      name: undefined,
      help: false,
    });
  });

  test('are understood in any order', () => {
    expect(parseOptions(['--port', '9000', '--no-demo', '--name', 'localhost', '--fresh'])).toEqual({
      fresh: true,
      demo: false,
      port: 9000,
      name: 'localhost',
      help: false,
    });
  });

  test.each([
    [['--frseh'], "Unknown option '--frseh'"],
    [['now'], "Unexpected argument 'now'"],
    [['--port'], "Option '--port <value>' argument missing"],
    [['--port', '0'], '--port takes a number from 1 to 65535, not "0"'],
    [['--port', '65536'], '--port takes a number from 1 to 65535, not "65536"'],
    [['--port', '80.5'], '--port takes a number from 1 to 65535, not "80.5"'],
    [['--name', '127.0.0.1'], '--name takes a name of this machine such as localhost, not "127.0.0.1"'],
    [['--name', 'a b'], '--name takes a name of this machine such as localhost, not "a b"'],
    [['--port', '0x50'], '--port takes a number from 1 to 65535, not "0x50"'],
  ])('%j is refused with one clear line', (args, message) => {
    expect(() => parseOptions(args)).toThrow(new UsageError(message));
  });
});
