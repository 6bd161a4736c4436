import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { Id, InstantText, page, pageOf } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';
import { line } from '../text.ts';

const said = {
  purpose: Type.Enum(['marketing']),
  channel: Type.Enum(['email', 'sms', 'phone', 'chat']),
};

/** What customers say of themselves about one purpose and channel: now. */
export const OwnSaying = Type.Object({
  ...said,
  given: Type.Boolean({ description: 'false: withdrawn, or refused' }),
  textVersion: Type.Optional({
    ...line(40),
    description: 'The version of the text that was agreed to; needed where consent is given, and only there',
  }),
});

/** What somebody on the staff notes that a customer has said. */
export const Saying = Type.Object({
  ...OwnSaying.properties,
  saidAt: Type.Optional({ ...InstantText, description: 'When they said so; now, where it is left out' }),
});
type Saying = Static<typeof Saying>;

const ConsentView = Type.Object(
  {
    id: Id,
    customerId: Id,
    ...said,
    given: Type.Boolean(),
    textVersion: Type.Union([Type.String(), Type.Null()]),
    saidAt: InstantText,
    toldBy: Type.Enum(['customer', 'staff'], { description: 'Who has recorded it' }),
    recordedBy: Id,
    recordedAt: InstantText,
  },
  { title: 'Consent' },
);
type ConsentView = Static<typeof ConsentView>;

export { ConsentView };

export const Consents = Type.Object({
  standing: Type.Array(ConsentView, {
    description:
      'What holds now: of each purpose and channel what was said last. Nothing was ever agreed to where there is none.',
  }),
  consents: Type.Array(ConsentView, { description: 'All that was said, recorded last first' }),
  next: Type.Union([Type.String(), Type.Null()]),
});

export const Page = Type.Object(page);

const columns = `id, customer_id as "customerId", purpose, channel, given, text_version as "textVersion", to_json(said_at) #>> '{}' as "saidAt",
  told_by as "toldBy", recorded_by as "recordedBy", to_json(recorded_at) #>> '{}' as "recordedAt"`;

const faultsOf = {
  textMissing: {
    ...{ field: '/body/textVersion', rule: 'required' },
    message: { zh: '同意时必须注明文本版本', en: 'is needed where consent is given' },
  },
  textOfNothing: {
    ...{ field: '/body/textVersion', rule: 'absent' },
    message: { zh: '撤回同意时不能注明文本版本', en: 'must be left out where consent is withdrawn' },
  },
  future: {
    ...{ field: '/body/saidAt', rule: 'past' },
    message: { zh: '不能晚于现在', en: 'must not be in the future' },
  },
};

/** Pure. @throws crm/not-valid */
function checkSaying({ given, textVersion, saidAt }: Saying, now: Temporal.Instant): void {
  const future = saidAt !== undefined && Temporal.Instant.compare(Temporal.Instant.from(saidAt), now) > 0;
  const faults = [
    given && textVersion === undefined && faultsOf.textMissing,
    !given && textVersion !== undefined && faultsOf.textOfNothing,
    future && faultsOf.future,
  ];
  const fields = faults.filter((fault) => fault !== false);
  if (fields.length > 0) throw errors.notValid({ fields });
}

/** Stores what a customer within reach says; what was said before stays as it was. @throws crm/not-valid */
export async function recordSaying(
  uow: UnitOfWork,
  customerId: string,
  saying: Saying,
  toldBy: ConsentView['toldBy'],
): Promise<ConsentView> {
  checkSaying(saying, uow.now);
  const { purpose, channel, given, textVersion = null, saidAt = uow.now.toString() } = saying;
  const id = newId();
  const [stored] = await uow.rows<ConsentView>(
    `insert into crm.consents (agency_id, id, customer_id, purpose, channel, given, said_at, text_version, told_by, recorded_by, recorded_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning ${columns}`,
    [
      ...[uow.agencyId, id, customerId, purpose, channel, given, saidAt, textVersion, toldBy],
      ...[uow.userId, uow.now.toString()],
    ],
  );
  if (!stored) throw new Error('an insertion returns its row');
  uow.publish({ id, version: 0 }, events.consentRecorded, {
    ...{ consentId: id, customerId, purpose, channel, given, textVersion: textVersion ?? '', saidAt },
  });
  uow.audit({
    ...{ objectType: 'Consent', objectId: id, change: 'create' },
    after: { customerId, purpose, channel, given, textVersion, saidAt, toldBy },
  });
  return stored;
}

/** What a customer within reach has said. */
export async function consentsOf(
  uow: UnitOfWork,
  customerId: string,
  { limit, after }: Static<typeof Page>,
): Promise<Static<typeof Consents>> {
  const standing = await uow.rows<ConsentView>(
    `select distinct on (purpose, channel) ${columns} from crm.consents
     where agency_id = ? and customer_id = ? order by purpose, channel, said_at desc, id desc`,
    [uow.agencyId, customerId],
  );
  const rows = await uow.rows<ConsentView>(
    `select ${columns} from crm.consents where agency_id = ? and customer_id = ? and (?::uuid is null or id < ?)
     order by id desc limit ?`,
    [uow.agencyId, customerId, after ?? null, after ?? null, limit + 1],
  );
  const { items, next } = pageOf(rows, limit);
  return { standing, consents: items, next };
}
