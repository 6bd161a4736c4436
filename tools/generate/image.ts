/** The parts we read of a buf image in its JSON form (google.protobuf.FileDescriptorSet). */
export interface Image {
  file: ImageFile[];
}

interface ImageFile {
  name: string;
  package: string;
  messageType?: MessageType[];
  service?: { name: string; method: Method[] }[];
  sourceCodeInfo?: { location: { path?: number[]; leadingComments?: string }[] };
}

export interface MessageType {
  name: string;
  field?: Field[];
  options?: Record<string, string>;
}

export interface Field {
  name: string;
  jsonName: string;
  type: string;
  label?: string;
  typeName?: string;
}

interface Method {
  name: string;
  options?: Record<string, string | boolean>;
}

const kinds = ['event', 'timer', 'hint'] as const;

/** A message of an `events.proto` that is published: `kind` says whether it is a fact, a service's own delayed message or a hint. */
export interface DescribedEvent {
  service: string;
  message: string;
  kind: (typeof kinds)[number];
  noun: string;
  what: string;
  comment: string;
}

export interface DescribedRpc {
  path: string;
  permission?: string;
  callers: string[];
  ownCredential?: true;
}

export interface Described {
  events: DescribedEvent[];
  rpcs: DescribedRpc[];
  messages: Map<string, MessageType>;
}

/** Reads events, rpc declarations and messages off an image, each in the order of the files. */
export function describeImage(image: Image): Described {
  const own = image.file.filter((file) => file.package.startsWith('yitu.'));
  const messages = new Map(
    image.file.flatMap((file) =>
      (file.messageType ?? []).map((message) => [`.${file.package}.${message.name}`, message] as const),
    ),
  );
  return { events: own.flatMap(eventsOf), rpcs: own.flatMap(rpcsOf), messages };
}

function eventsOf(file: ImageFile): DescribedEvent[] {
  const service = file.package.split('.')[1] ?? '';
  return (file.messageType ?? []).flatMap((message, index) => {
    const nameAs = (one: string) => message.options?.[`[yitu.common.v1.${one}]`];
    const kind = kinds.find((one) => nameAs(one) !== undefined);
    const name = kind && nameAs(kind);
    if (!kind || name === undefined) return [];
    const [noun, what] = name.split('.');
    if (!noun || !what)
      throw new Error(`${file.name}: ${message.name}: "${name}" is not <noun>.<what-happened>`);
    const comment = commentOf(file, [4, index]);
    return [{ service, message: message.name, kind, noun, what, comment }];
  });
}

function commentOf(file: ImageFile, path: number[]): string {
  const wanted = path.join('.');
  const found = file.sourceCodeInfo?.location.find((location) => location.path?.join('.') === wanted);
  return found?.leadingComments?.trim().replaceAll(/\s*\n\s*/g, ' ') ?? '';
}

function rpcsOf(file: ImageFile): DescribedRpc[] {
  return (file.service ?? []).flatMap((service) =>
    service.method.map((method) => {
      const option = (name: string) => method.options?.[`[yitu.common.v1.${name}]`];
      const permission = option('permission');
      const callers = option('callers');
      return {
        path: `/${file.package}.${service.name}/${method.name}`,
        ...(typeof permission === 'string' && { permission }),
        callers: typeof callers === 'string' ? callers.split(',') : [],
        ...(option('own_credential') === true && { ownCredential: true as const }),
      };
    }),
  );
}
