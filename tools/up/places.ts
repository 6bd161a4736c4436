import { join, resolve } from 'node:path';

/** The root of the checkout: where service processes run. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** Every file and directory of one running system. */
export interface Places {
  readonly state: string;
  readonly postgres: string;
  readonly nats: string;
  readonly mail: string;
  readonly logs: string;
  readonly secrets: string;
  readonly signingKeys: string;
  readonly auditSigningKeys: string;
  readonly auditCheckpoints: string;
  readonly pictures: string;
  readonly vaultRootKeys: string;
  /** Its content moves the clock of all services; normally there is no such file. */
  readonly clock: string;
  /** What runs where; there only while it runs. */
  readonly run: string;
  /** What the demo told about itself; there once it is filled in. */
  readonly demo: string;
}

/** @param state such as `<checkout>/.yitu` */
export function placesIn(state: string): Places {
  const at = (...path: string[]) => join(state, ...path);
  return {
    state,
    postgres: at('data', 'postgres'),
    nats: at('data', 'nats'),
    mail: at('mail'),
    logs: at('logs'),
    secrets: at('secrets.json'),
    signingKeys: at('signing-keys.json'),
    auditSigningKeys: at('audit-signing-keys.json'),
    auditCheckpoints: at('audit-checkpoints'),
    pictures: at('data', 'pictures'),
    vaultRootKeys: at('vault-root-keys.json'),
    clock: at('clock'),
    run: at('run.json'),
    demo: at('demo.json'),
  };
}
