export { createAskAgain, createAuthenticate, type AskAgain, type Authenticate } from './authenticate.ts';
export { AccessDirectory, type AccessDescription, type AskAccess } from './directory.ts';
export { accessErrors } from './errors.ts';
export { matches } from './patterns.ts';
export { askedBeside, isKnown, nearest, permissionNames } from './permission-names.ts';
export { holds, reachOf, requireMember, requirePermission } from './permissions.ts';
export {
  actorOf,
  type Account,
  type Grant,
  type LinkHolder,
  type Member,
  type Permission,
  type Person,
  type Principal,
  type Reach,
  type ServiceAccount,
} from './principal.ts';
export { openLink, signLink, type LinkGrant } from './signed-link.ts';
export { isSigned, messageHeaders, signMessage, type SignedMessage } from './signed-message.ts';
export {
  createVerifier,
  endOfToken,
  remoteVerifier,
  tokenAudience,
  tokenIssuer,
  type TokenClaims,
  type VerifyToken,
} from './tokens.ts';
