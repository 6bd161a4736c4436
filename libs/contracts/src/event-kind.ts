/** The part of a ts-proto message object that events need: the canonical JSON form of protobuf. */
interface JsonCodec<Data> {
  fromJSON(json: unknown): Data;
  toJSON(data: Data): unknown;
}

const prefixes = { event: 'evt', timer: 'tmr', hint: 'hnt' } as const;

interface Names {
  kind: keyof typeof prefixes;
  service: string;
  noun: string;
  what: string;
}

/** What a published message is: its names and its data. Facts are events, a service's own delayed messages are timers, hints are for whoever listens just then. */
export interface EventKind<Data> extends Readonly<Names> {
  /** CloudEvents `type`: `<service>.<noun>.<what-happened>.v1`. */
  readonly type: string;
  /** `<service>.<noun>`: events of one noun with one id form one gapless sequence. */
  readonly stream: string;
  readonly codec: JsonCodec<Data>;
  /** The NATS subject for an agency. */
  subject(agencyId: string): string;
}

/** Used by the generated catalogue alone. */
export function describeEvent<Data>(codec: JsonCodec<Data>, names: Names): EventKind<Data> {
  const type = `${names.service}.${names.noun}.${names.what}.v1`;
  const stream = `${names.service}.${names.noun}`;
  return {
    ...names,
    type,
    stream,
    codec,
    subject: (agencyId) => `${prefixes[names.kind]}.${agencyId}.${type}`,
  };
}
