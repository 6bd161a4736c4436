export type { KeyContext, KeySource, WrappedKey } from './key-source.ts';
export { masked, type MaskingRule } from './masking.ts';
export { openRootKeys, requireRootKeys } from './require-root-keys.ts';
export { rootKeys, type RootKeyPlaces } from './root-keys.ts';
export { rotationOf, type Rotation, type RotationKind } from './rotation/rotation.ts';
export { rotationRoutes } from './rotation/rotation-routes.ts';
export type { SealedTable } from './sealed-table.ts';
export type { Place } from './sealed-text.ts';
export { openVault, type Sealing, type Vault, type VaultOptions } from './vault.ts';
