import type { ErrorObject } from 'ajv';
import type { FieldProblem, Texts } from '@yitu/kernel';

type Explain = (parameters: Record<string, unknown>) => Texts;

const text = (value: unknown) => (Array.isArray(value) ? value.map(String).join(', ') : String(value));

const noCountry = {
  zh: '应为现行的 ISO 3166-1 两字母国家（地区）代码，例如 CN',
  en: 'must be a country code of ISO 3166-1 that exists, such as CN',
};

/** What each JSON schema keyword means for a person. */
const explanations: Record<string, Explain> = {
  required: () => ({ zh: '必填', en: 'is required' }),
  additionalProperties: () => ({ zh: '未知字段', en: 'is not a known field' }),
  type: ({ type }) => ({ zh: `类型应为 ${text(type)}`, en: `must be of type ${text(type)}` }),
  enum: ({ allowedValues }) => ({
    zh: `只能是 ${text(allowedValues)}`,
    en: `must be one of ${text(allowedValues)}`,
  }),
  const: ({ allowedValue }) => ({ zh: `只能是 ${text(allowedValue)}`, en: `must be ${text(allowedValue)}` }),
  minLength: ({ limit }) => ({
    zh: `至少 ${text(limit)} 个字符`,
    en: `must have at least ${text(limit)} characters`,
  }),
  maxLength: ({ limit }) => ({
    zh: `最多 ${text(limit)} 个字符`,
    en: `must have at most ${text(limit)} characters`,
  }),
  minimum: ({ limit }) => ({ zh: `不得小于 ${text(limit)}`, en: `must be at least ${text(limit)}` }),
  maximum: ({ limit }) => ({ zh: `不得大于 ${text(limit)}`, en: `must be at most ${text(limit)}` }),
  minItems: ({ limit }) => ({ zh: `至少 ${text(limit)} 项`, en: `must have at least ${text(limit)} items` }),
  maxItems: ({ limit }) => ({ zh: `最多 ${text(limit)} 项`, en: `must have at most ${text(limit)} items` }),
  uniqueItems: () => ({ zh: '不得重复', en: 'must not repeat' }),
  pattern: ({ pattern }) => ({ zh: `格式应符合 ${text(pattern)}`, en: `must match ${text(pattern)}` }),
  format: ({ format }) =>
    format === 'country' ? noCountry : { zh: `格式应为 ${text(format)}`, en: `must be a ${text(format)}` },
};

const otherwise: Explain = () => ({ zh: '不符合要求', en: 'is not acceptable' });

/** The problems of an input, one a field and rule, from ajv's errors. @param part `body`, `querystring`, `params` or `headers` */
export function fieldProblems(errors: readonly ErrorObject[], part: string): FieldProblem[] {
  const told = errors.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'oneOf' && keyword !== 'if');
  return (told.length > 0 ? told : errors).slice(0, 20).map((error) => {
    const parameters = error.params as Record<string, unknown>; // ajv types them by keyword only
    const named = parameters['missingProperty'] ?? parameters['additionalProperty'];
    const field =
      typeof named === 'string' ? `${error.instancePath}/${pointerPart(named)}` : error.instancePath;
    const explain = explanations[error.keyword] ?? otherwise;
    return { field: `/${part}${field}`, rule: error.keyword, message: explain(parameters) };
  });
}

/** A member name as a part of a JSON pointer (RFC 6901). */
export const pointerPart = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
