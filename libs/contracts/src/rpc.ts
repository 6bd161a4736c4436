/** Who may call an rpc: a person with the permission, or one of the services on its own account. */
export interface RpcDeclaration {
  readonly permission?: string;
  readonly callers: readonly string[];
  /** The request holds a secret that the rpc checks itself. */
  readonly ownCredential?: true;
}
