import type { Permission } from '@yitu/access';
import type { Objects } from './objects.ts';

/** What a call of an operation needs that its schema cannot say. Everything is made of the objects of one place. */
export interface Example {
  /** Values of the path over those found by name. */
  readonly params?: (objects: Objects) => Readonly<Record<string, string>>;
  /** Query fields over the required ones. */
  readonly query?: (objects: Objects) => Readonly<Record<string, string>>;
  /** Body fields (of an rpc: request fields) over those made of the schema. */
  readonly body?: (objects: Objects) => Readonly<Record<string, unknown>>;
  /** The body of an operation that takes a file. */
  readonly file?: () => Uint8Array<ArrayBuffer>;
  /** Permissions it needs beside its own, since it asks another service on behalf of the caller. */
  readonly needs?: readonly Permission[];
  /** The permission whose reach says what is seen, where that is not the operation's own. */
  readonly reachBy?: Permission;
  /**
   * Whose the thing is that the call is about, where its id does not tell: `branch` when an id of the whole agency's leads to a row of the branch,
   * `agency` when it is everybody's.
   */
  readonly belongsTo?: 'branch' | 'agency';
  /** What its path names is found by a code, which says nothing of the agency it belongs to. */
  readonly byCode?: true;
  /** What its path names is somebody else's own: nobody finds it, whatever they may do. */
  readonly anothers?: true;
  /** It concerns everybody, so it asks for reach agency. */
  readonly wholeAgency?: true;
  /** What it changes is read by the whole agency: that the version has changed tells nobody anything. */
  readonly versionIsKnown?: true;
  /** Codes with which it refuses what it has never heard of as well, so that they do not tell whether it exists. */
  readonly unknownAs?: readonly string[];
  /** It bears no other call beside it: one is made after the other. */
  readonly alone?: true;
  /** What it is about is another person's, whom nobody can act for: it must be hidden from everybody. */
  readonly personal?: true;
  /** It ends the caller's session, or all of them: each call gets a session of its own, and what ends all comes last. */
  readonly ends?: 'session' | 'sessions';
}

export type Examples = Readonly<Record<string, Example>>;
