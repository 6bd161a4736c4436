import type { Permission } from '@yitu/access';
import type { DomainError } from '@yitu/kernel';
import type { Call } from '@yitu/persistence';
import type { Static, TNever, TObject, TSchema } from 'typebox';
import type { EventsAnswer } from './event-stream.ts';
import type { FileAnswer, FileBody } from './files.ts';

/** Who may use an operation: a permission, or one of the few that need none. */
export type Access = Permission | 'anyone' | 'signed-in' | 'operator' | 'link';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** How an operation refuses where a standard asks for another form than a problem answer. */
export interface Refusals {
  readonly schema: TSchema;
  /** @returns what is sent with which status and which headers beside the operation's own */
  readonly of: (refusal: DomainError) => {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: object;
  };
}

/** What only operations have whose form others have laid down, such as OAuth's. */
interface Foreign {
  /** The body is `application/x-www-form-urlencoded`: each parameter a text, given once; one without a value counts as left out. Or it is a file, which becomes `input.file`. */
  readonly consumes?: 'form' | FileBody;
  /** The answer is the file that `handle` describes, of one of these types; instead of `result`. */
  readonly answersFile?: readonly string[];
  /** The answer is a stream of server-sent events that `handle` begins; `result` says what one of them holds. */
  readonly answersEvents?: true;
  /** The request shows a credential of its own, which `handle` finds in `input.authorization` and checks; the door reads no bearer token. */
  readonly ownCredential?: true;
  /** Headers, in small letters, that `handle` finds in `input.headers`: a message of another system is signed in them. */
  readonly reads?: readonly string[];
  /** Headers of its answers, and of refusals that have a form of their own. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly refusals?: Refusals;
}

interface Declaration<
  Params extends TObject,
  Query extends TObject,
  Body extends TSchema,
  Result extends TSchema,
  Accepted extends TSchema,
> extends Foreign {
  readonly method: Method;
  /** `/v1/orders/:orderId`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly result: Result;
  /** 200 unless said otherwise. */
  readonly status?: 200 | 201 | 202 | 204;
  /** Of an answer that is no JSON but the text `handle` gives, e.g. `text/csv; charset=utf-8`. */
  readonly mediaType?: string;
  /** Whether somebody's asking without the permission is recorded too: for what sensitive data is looked at or taken out by. */
  readonly recordsRefusals?: boolean;
  /** What is answered with 202 instead, when what was asked for needs another step: an answer with this member. */
  readonly accepted?: { readonly member: string; readonly result: Accepted };
  /** A change of something that has versions: If-Match is required and becomes `input.version`. */
  readonly versioned?: boolean;
  /** Nobody does this to what they made themselves: `handle` must ask `uow.requireOther(…)`, or its transaction fails. */
  readonly fourEyes?: boolean;
  readonly handle: (
    call: Call,
    input: {
      params: Static<Params>;
      query: Static<Query>;
      body: Static<Body>;
      version: number;
      /** The body of an operation that consumes a file. */
      file: Buffer;
      /** The Authorization header, of an operation with `ownCredential`. */
      authorization?: string;
      /** What an operation `reads`; those that were sent. */
      headers: Readonly<Record<string, string>>;
      /** What a client that comes again has seen last, of a stream of events. */
      lastEventId?: string;
    },
  ) => Promise<Static<Result> | Static<Accepted> | FileAnswer | EventsAnswer>;
}

/** An operation of the HTTP door, whatever its types. */
export interface Route extends Foreign {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly body?: TSchema;
  readonly result: TSchema;
  readonly status?: 200 | 201 | 202 | 204;
  readonly mediaType?: string;
  readonly recordsRefusals?: boolean;
  readonly accepted?: { readonly member: string; readonly result: TSchema };
  readonly versioned?: boolean;
  readonly fourEyes?: boolean;
  readonly handle: (
    call: Call,
    input: {
      params: unknown;
      query: unknown;
      body: unknown;
      version: number;
      file: Buffer;
      authorization?: string;
      headers: Readonly<Record<string, string>>;
      lastEventId?: string;
    },
  ) => Promise<unknown>;
}

/**
 * Declares an HTTP operation. Objects of its input take no unknown fields. A result with a `version` is answered with that as its ETag.
 * The door checks `access` before `handle` runs; `handle` gets input that fits the schemas.
 */
export function route<
  Params extends TObject = TObject<{}>,
  Query extends TObject = TObject<{}>,
  Body extends TSchema = TObject<{}>,
  Result extends TSchema = TSchema,
  Accepted extends TSchema = TNever,
>(declaration: Declaration<Params, Query, Body, Result, Accepted>): Route {
  // The door validates params, query and body by the very schemas `handle` is typed by.
  return declaration as unknown as Route;
}
