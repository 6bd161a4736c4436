import { createRequire, registerHooks, syncBuiltinESMExports } from 'node:module';

/** CommonJS packages whose classes the instrumentations patch in place. */
const PATCHED = new Set(['pg', '@grpc/grpc-js']);

/**
 * Lets instrumentations see modules that a program imports; they watch `require` only.
 *
 * A patched package is required, from where it is imported, just before its import: both get the same objects, so
 * the import gets patched ones, in every copy of the package. The usual way (import-in-the-middle wraps the modules)
 * does the same for 4 to 5 MB more per process.
 */
export function loadInstrumented(): void {
  loadBuiltIns();
  registerHooks({
    resolve: (specifier, context, next) => {
      const { parentURL, conditions } = context;
      const imported = parentURL?.startsWith('file:') === true && !conditions.includes('require');
      if (imported && PATCHED.has(specifier)) createRequire(parentURL)(specifier);
      return next(specifier, context);
    },
  });
}

/** `import { request } from 'node:http'` gets what was patched in `require('node:http')`. */
function loadBuiltIns(): void {
  const require = createRequire(import.meta.url);
  for (const name of ['node:http', 'node:https']) require(name);
  syncBuiltinESMExports();
}
