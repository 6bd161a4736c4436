const LONGEST_STATEMENT = 4_000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const WORDS = /^[a-z._-]+$/i;
const SHORT = /^\w{1,4}$/;

// In this order: what is kept (quoted names, $1), what goes (comments, strings of all four kinds, numbers).
// A string that was cut off ends with the text.
const SQL_TOKENS =
  /"(?:[^"]|"")*"|\$\d+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(?<!\w)[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|\$([A-Za-z_]\w*)?\$[\s\S]*?(?:\$\1\$|$)|(?<![\w.])\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * The text of a statement without any value: literals become `?`, comments vanish, long lists shrink to one `?`.
 * Needed even for parameterised code, because the ORM writes values into the text before it reaches the driver.
 */
export function withoutValues(sql: string): string {
  return sql
    .slice(0, LONGEST_STATEMENT)
    .replace(SQL_TOKENS, (token) => {
      if (token.startsWith('"') || /^\$\d/.test(token)) return token;
      return token.startsWith('--') || token.startsWith('/*') ? '' : '?';
    })
    .replace(/\?(?:\s*,\s*\?)+/g, '?');
}

/** SELECT, INSERT, BEGIN, …: the first word of a statement, upper case; OTHER when there is none. */
export function operationOf(sql: string): string {
  return /^\s*([a-z]{1,20})\b/i.exec(sql)?.[1]?.toUpperCase() ?? 'OTHER';
}

/** A query string (with or without its `?`) that still tells which parameters were sent, but no value: `phone=?&token=?`. */
export function withoutParameters(search: string): string {
  const names = new Set(new URLSearchParams(search).keys());
  return [...names].map((name) => `${encodeURIComponent(name)}=?`).join('&');
}

/**
 * A path with its words and ids. Any other segment becomes `-`: it may be the token of a signed link, a telephone
 * or document number.
 */
export function withoutTokens(path: string): string {
  const readable = (segment: string): boolean =>
    segment === '' || WORDS.test(segment) || UUID.test(segment) || SHORT.test(segment);
  return path
    .split('/')
    .map((segment) => (readable(segment) ? segment : '-'))
    .join('/');
}

/** Path and query of a request target (`/a?b=c`), both redacted; the query is undefined when there is none. */
export function redactedTarget(target: string): { path: string; query: string | undefined } {
  const mark = target.indexOf('?');
  if (mark < 0) return { path: withoutTokens(target), query: undefined };
  return { path: withoutTokens(target.slice(0, mark)), query: withoutParameters(target.slice(mark)) };
}
