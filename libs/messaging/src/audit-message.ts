import { MalformedEvent } from '@yitu/contracts';
import { isId } from '@yitu/kernel';
import type { AuditRecord } from '@yitu/persistence';

/** What an audit message holds: records of one agency out of one service. */
export interface AuditMessage {
  readonly agencyId: string;
  readonly service: string;
  readonly records: readonly AuditRecord[];
}

/** A message has a megabyte at the most; the longest record alone has less than half of it. */
const limits = { records: 100, bytes: 500_000 };

export const auditSubject = (agencyId: string, service: string): string => `aud.${agencyId}.${service}`;

/** Puts records into as few messages as may be: of one agency each, in their order. @returns message texts with their agency */
export function packRecords(records: readonly AuditRecord[]): { agencyId: string; text: string }[] {
  const messages: { agencyId: string; text: string }[] = [];
  for (const [agencyId, group] of Map.groupBy(records, (record) => record.agencyId)) {
    let parts: string[] = [];
    let bytes = 0;
    const close = () => {
      if (parts.length > 0) messages.push({ agencyId, text: `[${parts.join(',')}]` });
      [parts, bytes] = [[], 0];
    };
    for (const { agencyId: _ofTheSubject, ...record } of group) {
      const part = JSON.stringify(record);
      const size = Buffer.byteLength(part);
      if (parts.length >= limits.records || bytes + size > limits.bytes) close();
      parts.push(part);
      bytes += size;
    }
    close();
  }
  return messages;
}

/** @throws MalformedEvent for what no relay of ours has packed */
export function unpackRecords(subject: string, text: string): AuditMessage {
  const [kind, agencyId = '', service = '', ...rest] = subject.split('.');
  if (kind !== 'aud' || !isId(agencyId) || service === '' || rest.length > 0)
    throw new MalformedEvent(`${subject} names no agency and service`);
  const list = parsed(text);
  if (!Array.isArray(list)) throw new MalformedEvent('not a list of records');
  return { agencyId, service, records: list.map((one: unknown) => recordOf(agencyId, one)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MalformedEvent('not JSON', { cause });
  }
}

const texts = ['actor', 'action', 'objectType', 'objectId', 'change'] as const;
const optional = ['before', 'after', 'remoteAddress', 'traceId'] as const;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

function recordOf(agencyId: string, value: unknown): AuditRecord {
  if (typeof value !== 'object' || value === null) throw new MalformedEvent('a record is no object');
  const field = (name: string): unknown => Reflect.get(value, name);
  const id = field('id');
  const occurredAt = field('occurredAt');
  const branchId = field('branchId');
  const fits =
    typeof id === 'string' &&
    isId(id) &&
    typeof occurredAt === 'string' &&
    instant.test(occurredAt) &&
    (branchId === null || (typeof branchId === 'string' && isId(branchId))) &&
    texts.every((name) => isText(field(name))) &&
    optional.every((name) => field(name) === null || isText(field(name)));
  if (!fits) throw new MalformedEvent('a record lacks a field, or has one that does not fit');
  const names = ['id', 'occurredAt', 'branchId', ...texts, ...optional];
  const record = Object.fromEntries(names.map((name) => [name, field(name)]));
  return { ...record, agencyId } as unknown as AuditRecord; // checked field by field above
}

/** What PostgreSQL can keep as text. */
const isText = (value: unknown): boolean =>
  typeof value === 'string' && !value.includes('\0') && value.isWellFormed();
