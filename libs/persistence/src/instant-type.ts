import { Type } from '@mikro-orm/core';

/** A column of type timestamptz as a Temporal.Instant. */
export class InstantType extends Type<Temporal.Instant | null, string | null> {
  override convertToDatabaseValue(value: Temporal.Instant | null | undefined): string | null {
    return value?.toString() ?? null;
  }

  override convertToJSValue(value: string | Date | null | undefined): Temporal.Instant | null {
    if (value === null || value === undefined) return null;
    if (value instanceof Date) return Temporal.Instant.fromEpochMilliseconds(value.getTime());
    return Temporal.Instant.from(value.replace(' ', 'T'));
  }

  override compareAsType(): string {
    return 'string';
  }

  override getColumnType(): string {
    return 'timestamptz';
  }
}
