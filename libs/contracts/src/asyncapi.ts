import document from './gen/asyncapi.json' with { type: 'json' };

/** A JSON schema as the generator writes them: an object of fields, a reference to another schema, or a simple type. */
export interface EventSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly items?: EventSchema;
  readonly properties?: Readonly<Record<string, EventSchema>>;
}

/** One event: CloudEvents' envelope around its data. */
export interface EventMessage {
  readonly title: string;
  readonly summary?: string;
  readonly payload: { readonly properties: { readonly data: EventSchema } };
}

/** What is used of the AsyncAPI 3.0 document. */
export interface AsyncApiDocument {
  readonly asyncapi: string;
  readonly info: { readonly title: string; readonly description: string };
  readonly channels: Readonly<Record<string, { readonly address: string }>>;
  readonly components: {
    readonly messages: Readonly<Record<string, EventMessage>>;
    readonly schemas: Readonly<Record<string, EventSchema>>;
  };
}

/** The AsyncAPI document of all events. It has an entry of its own: most processes never need its text. */
export const asyncApiDocument: AsyncApiDocument = document;
