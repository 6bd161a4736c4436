export { SealBroken, vaultErrors } from './errors.ts';
export type { KeyContext, KeySource, WrappedKey } from './key-source.ts';
export { masked, type MaskingRule } from './masking.ts';
export { rootKeys, type RootKeyPlaces } from './root-keys.ts';
export type { Place } from './sealed-text.ts';
export { vaultTables } from './tables.ts';
export { openVault, type Sealing, type Vault } from './vault.ts';
