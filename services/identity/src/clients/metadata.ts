import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

const Metadata = Type.Object(
  {
    issuer: Type.String(),
    token_endpoint: Type.String(),
    jwks_uri: Type.String(),
    grant_types_supported: Type.Array(Type.String()),
    response_types_supported: Type.Array(Type.String()),
    token_endpoint_auth_methods_supported: Type.Array(Type.String()),
    service_documentation: Type.String(),
  },
  { title: 'AuthorizationServerMetadata', description: 'RFC 8414.' },
);

/**
 * Where a client library finds the token endpoint. The issuer is the origin clients reach us at. Access tokens carry another name for the same
 * (`yitu/identity`): they are opaque to clients and for our own services only, which must not depend on the address we have outside.
 */
export const metadataRoute = (publicUrl: string) =>
  route({
    method: 'GET',
    path: '/.well-known/oauth-authorization-server',
    summary: 'What OAuth 2.0 clients need to know of us (RFC 8414)',
    access: 'anyone',
    headers: { 'cache-control': 'public, max-age=3600' },
    result: Metadata,
    handle: () => Promise.resolve(metadataOf(publicUrl)),
  });

function metadataOf(issuer: string): Static<typeof Metadata> {
  const identity = `${issuer}/api/identity`;
  return {
    issuer,
    token_endpoint: `${identity}/v1/oauth/token`,
    jwks_uri: `${identity}/.well-known/jwks.json`,
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    service_documentation: `${issuer}/docs`,
  };
}
