import { createRequire, registerHooks, syncBuiltinESMExports } from 'node:module';
import type pg from 'pg';
import { traceStatements } from './statements.ts';

const GRPC = '@grpc/grpc-js';
const PG = 'pg';

/**
 * Lets instrumentations see what a program imports; they watch `require` only. pg and gRPC are patched at their entrance: they are required, from
 * where they are imported, just before their import, and both get the same patched objects. The usual way (import-in-the-middle wraps the modules) does this for
 * 4 to 5 MB more per process.
 */
export function loadInstrumented(): void {
  loadBuiltIns();
  registerHooks({
    resolve: (specifier, context, next) => {
      const { parentURL, conditions } = context;
      if (!conditions.includes('require') && parentURL?.startsWith('file:') === true) {
        if (specifier === GRPC) createRequire(parentURL)(GRPC);
        if (specifier === PG) traceStatements(createRequire(parentURL)(PG) as typeof pg); // what that name stands for
      }
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
