import { trace } from '@opentelemetry/api';
import { DomainError, translate, type Locale } from '@yitu/kernel';
import { Type, type Static } from 'typebox';
import { httpErrors } from './errors.ts';

/** A refusal as RFC 9457 has it, with our stable `code`, the trace id, and the fields that are wrong. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    instance: Type.Optional(Type.String()),
    traceId: Type.Optional(Type.String()),
    errors: Type.Optional(
      Type.Array(Type.Object({ field: Type.String(), rule: Type.String(), message: Type.String() })),
    ),
  },
  { title: 'Problem' },
);

export type Problem = Static<typeof Problem>;

export const problemMediaType = 'application/problem+json';

/** The problem answer of a refusal in a language. @param instance the path asked for, without its query */
export function problemOf(error: DomainError, locale: Locale, instance: string): Problem {
  const traceId = trace.getActiveSpan()?.spanContext().traceId;
  return {
    type: `urn:yitu:problem:${error.code}`,
    title: translate(error.texts, locale),
    status: error.status,
    code: error.code,
    instance,
    ...(traceId && { traceId }),
    ...(error.fields.length > 0 && {
      errors: error.fields.map(({ field, rule, message }) => ({
        field,
        rule,
        message: translate(message, locale),
      })),
    }),
  };
}

/** Chinese unless English is preferred (RFC 9110, Accept-Language): Chinese is the house's first language. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='));
      return { language: tag.split('-')[0], quality: quality ? Number(quality.slice(2)) || 0 : 1 };
    })
    .filter(({ language, quality }) => (language === 'zh' || language === 'en') && quality > 0)
    .toSorted((left, right) => right.quality - left.quality);
  return ranked[0]?.language === 'en' ? 'en' : 'zh';
}

/** The refusal an error stands for; anything unexpected becomes request/internal, with the error as its cause. */
export function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return httpErrors.malformedJson({ cause: error });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return httpErrors.unsupportedMediaType({ cause: error });
  const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
  if (typeof status === 'number' && status >= 400 && status < 500)
    return httpErrors.malformed({ cause: error });
  return httpErrors.internal({ cause: error });
}
