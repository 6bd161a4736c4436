/** A problem answer (RFC 9457) as the services give it. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly traceId?: string;
  readonly errors?: readonly { readonly field: string; readonly rule: string; readonly message: string }[];
}

/** What was asked for was refused, or could not be asked at all: then the status is 0. `message` is in the person's language. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.title, options);
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }
}

/** The refusal in an answer. What is no problem answer (a proxy's page, say) is told by its status alone. */
export async function refusalOf(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => undefined);
  return new Refusal(
    isProblem(body)
      ? body
      : { title: `HTTP ${response.status}`, status: response.status, code: 'console/unreadable-answer' },
  );
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'title' in body && 'status' in body && 'code' in body;
