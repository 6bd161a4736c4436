import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { DomainError, type FieldProblem, type Texts } from '@yitu/kernel';

const trailer = 'yitu-problem-bin';

const statusOf = (http: number): status => {
  if (http === 401) return status.UNAUTHENTICATED;
  if (http === 403) return status.PERMISSION_DENIED;
  if (http === 404) return status.NOT_FOUND;
  if (http === 412) return status.ABORTED;
  if (http === 503) return status.UNAVAILABLE;
  if (http >= 500) return status.INTERNAL;
  return http === 409 ? status.FAILED_PRECONDITION : status.INVALID_ARGUMENT;
};

/** What a refusal is on the wire: a status for every client, the problem itself in a trailer for ours. */
export function toServiceError(error: DomainError): Partial<ServiceError> {
  const metadata = new Metadata();
  const { code, status: http, texts, fields } = error;
  metadata.set(trailer, Buffer.from(JSON.stringify({ code, status: http, texts, fields })));
  return { code: statusOf(http), details: code, metadata };
}

/** The refusal the called service threw, when it was one; the caller may throw it on as its own. */
export function fromServiceError(error: ServiceError): DomainError | undefined {
  const [problem] = error.metadata?.get(trailer) ?? [];
  if (!Buffer.isBuffer(problem)) return undefined;
  // written by toServiceError on the other side
  const {
    code,
    status: http,
    texts,
    fields,
  } = JSON.parse(problem.toString()) as {
    code: string;
    status: number;
    texts: Texts;
    fields: FieldProblem[];
  };
  return new DomainError({ code, status: http, texts }, { fields, cause: error });
}
