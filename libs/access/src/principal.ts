/** How far a permission goes: what one made oneself, one's branch with all below it, the whole agency. */
export type Reach = 'own' | 'branch' | 'agency';

/** `service.resource.action`; in grants each part may be `*`. */
export type Permission = `${string}.${string}.${string}`;

export interface Grant {
  readonly permission: string;
  readonly reach: Reach;
  /** RFC 3339, when it ends by itself. Known where grants are given; who may act now is asked of grants that are in force. */
  readonly until?: string;
}

/** Whose account somebody acts with: a member of staff's, a customer's, or an API client's of an integration team. */
export type Account = 'staff' | 'customer' | 'client';

/** A signed-in person, or an API client, which acts like one. */
export interface Person {
  readonly kind: 'person';
  readonly agencyId: string;
  readonly userId: string;
  /** Staff unless said otherwise. */
  readonly account?: Account;
  readonly sessionId: string;
  readonly branchId: string;
  /** The person's branch and every branch below it. */
  readonly branchIds: readonly string[];
  readonly grants: readonly Grant[];
  /** Single permissions taken away; they win over grants. */
  readonly denials: readonly string[];
}

/** A service on its own account, for one agency: after an event, at a timer. */
export interface ServiceAccount {
  readonly kind: 'service';
  readonly agencyId: string;
  readonly service: string;
}

/** Somebody who came through a signed link: may do one thing to one object. */
export interface LinkHolder {
  readonly kind: 'link';
  readonly agencyId: string;
  readonly permission: Permission;
  readonly objectId: string;
}

/** The operator of the platform: founds agencies, sees none of their data. */
export interface Operator {
  readonly kind: 'operator';
}

/** Somebody who has not said who they are. */
export interface Anonymous {
  readonly kind: 'anonymous';
}

/** Whoever acts within an agency. */
export type Member = Person | ServiceAccount | LinkHolder;

export type Principal = Member | Operator | Anonymous;

/** A short text for audit and logs: who acted. */
export function actorOf(principal: Principal): string {
  if (principal.kind === 'person')
    return `${principal.account === 'client' ? 'client' : 'user'}:${principal.userId}`;
  if (principal.kind === 'service') return `service:${principal.service}`;
  if (principal.kind === 'link') return `link:${principal.objectId}`;
  return principal.kind;
}
