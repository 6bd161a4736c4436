/**
 * Where a page of ours may send the browser: a path of our own origin. Anything else (`//evil.example`, `/\evil.example`, another scheme) is the
 * start page.
 */
export function returnPathOf(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > 500 || !ownPath.test(wanted)) return '/';
  const { pathname, search, hash } = new URL(wanted, 'http://own.invalid');
  // Without its dots a path may be another site: `/.//evil.example`.
  return ownPath.test(pathname) ? `${pathname}${search}${hash}` : '/';
}

const ownPath = /^\/(?![/\\])[^\\\p{Cc}]*$/u;
