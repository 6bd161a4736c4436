/** The two languages every text for people exists in. */
export type Locale = 'zh' | 'en';

/** One text in both languages; `{name}` stands for a parameter. */
export interface Texts {
  readonly zh: string;
  readonly en: string;
}

/** What is wrong with one input field: `field` is a JSON pointer (RFC 6901), `rule` a stable name, `message` for people. */
export interface FieldProblem {
  readonly field: string;
  readonly rule: string;
  readonly message: Texts;
}

type Value = string | number | bigint;

interface RefusalOptions {
  readonly fields?: readonly FieldProblem[];
  readonly cause?: unknown;
  readonly retryAfterSeconds?: number;
}

/**
 * A refusal with a stable code. The doors (HTTP, gRPC) turn it into their own form; `cause` stays inside.
 * `status` is the HTTP status the refusal stands for.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: string;
  readonly status: number;
  readonly texts: Texts;
  readonly fields: readonly FieldProblem[];
  /** When to come back, in seconds from now; undefined when that would change nothing. */
  readonly retryAfterSeconds: number | undefined;

  constructor(definition: { code: string; status: number; texts: Texts }, options: RefusalOptions = {}) {
    super(`${definition.code}: ${definition.texts.en}`, { cause: options.cause });
    this.code = definition.code;
    this.status = definition.status;
    this.texts = definition.texts;
    this.fields = options.fields ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type Parameters<Text extends string> = [Names<Text>] extends [never] ? [] : [Record<Names<Text>, Value>];
type Factory<Text extends string> = (...args: [...Parameters<Text>, options?: RefusalOptions]) => DomainError;

/**
 * A service's catalogue of refusals: each entry becomes a function that makes the error, with the parameters its English text names.
 * Codes are `<service>/<entry-in-kebab-case>`.
 * @example const errors = defineErrors('booking', { soldOut: { status: 409, zh: '只剩{left}个名额', en: 'Only {left} seats left' } });
 *          throw errors.soldOut({ left: 2 });
 */
export function defineErrors<const Entries extends Record<string, Texts & { status: number }>>(
  service: string,
  entries: Entries,
): { [Name in keyof Entries]: Factory<Entries[Name]['en']> } {
  const make =
    (name: string, { status, zh, en }: Texts & { status: number }) =>
    (...args: unknown[]) => {
      const named = en.includes('{');
      const values = (named ? args[0] : {}) as Record<string, Value>; // the factory's type lets nothing else in
      const options = args[named ? 1 : 0] as RefusalOptions | undefined; // as above
      const texts = { zh: fill(zh, values), en: fill(en, values) };
      return new DomainError({ code: `${service}/${kebab(name)}`, status, texts }, options);
    };
  // fromEntries forgets which text goes with which name; both come from `entries`
  return Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [name, make(name, entry)]),
  ) as unknown as {
    [Name in keyof Entries]: Factory<Entries[Name]['en']>;
  };
}

const fill = (text: string, values: Record<string, Value>) =>
  text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The text in the wanted language. */
export const translate = (texts: Texts, locale: Locale): string => texts[locale];
