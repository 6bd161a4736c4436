/** What processes on one machine need to know of each other, without anything that tests need. */
export { newRootKeys, newSecrets, newSigningKeys } from './secrets.ts';
export {
  environmentOf,
  publicUrlOf,
  serviceNames,
  type Secrets,
  type ServiceName,
  type Surroundings,
} from './service-environment.ts';
