import { asyncApiDocument, type EventSchema } from '@yitu/contracts/asyncapi';
import { translate, type Locale } from '@yitu/kernel';
import type { FastifyInstance } from 'fastify';
import { html, type Html } from '../pages/html.ts';
import { localeOf, sendPage } from '../pages/page.ts';

const { channels, components } = asyncApiDocument;

/** `/docs/events`: every event of every service with its subject and fields; `/docs/asyncapi.json`: the document itself. */
export function eventsPage(app: FastifyInstance): void {
  const bodies = { zh: bodyOf('zh'), en: bodyOf('en') };
  app.get('/docs/events', { schema: { hide: true } }, (request, reply) =>
    sendPage(request, reply, { title, body: bodies[localeOf(request)] }),
  );
  app.get('/docs/asyncapi.json', { schema: { hide: true } }, () => asyncApiDocument);
}

const title = { zh: '全部事件', en: 'All events' };

function bodyOf(locale: Locale): Html {
  const text = (zh: string, en: string) => translate({ zh, en }, locale);
  const services = Object.entries(Object.groupBy(Object.keys(channels), (key) => key.split('.', 1)[0] ?? ''));
  return html` <h1>${text('全部事件', 'All events')}</h1>
    <p class="lead">
      ${text(
        '已发生的事实：CloudEvents 1.0 (JSON)，经 NATS JetStream 的 EVENTS 流发布。字段为信封中 data 的内容。',
        'Facts that have happened: CloudEvents 1.0 (JSON) on NATS JetStream, stream EVENTS. The fields are those of the envelope’s data.',
      )}
      <a href="/docs/asyncapi.json">asyncapi.json</a>
    </p>
    <nav>
      <ul>
        ${services.map(([service, keys = []]) => html`<li><a href="#${service}">${service}</a> (${keys.length})</li>`)}
      </ul>
    </nav>
    ${services.map(
      ([service, keys = []]) =>
        html`<h2 id="${service}">${service}</h2>
          ${keys.map((key) => card(key, text))}`,
    )}`;
}

type Text = (zh: string, en: string) => string;

function card(key: string, text: Text): Html {
  const message = components.messages[key];
  const fields = Object.entries(schemaOf(message?.payload.properties.data).properties ?? {});
  return html`<article class="card" id="${key}">
    <h3>${message?.title}</h3>
    <p><code>${channels[key]?.address}</code></p>
    ${message?.summary && html`<p>${message.summary}</p>`}
    ${
      fields.length > 0 &&
      html`<div class="scroll">
        <table>
          <thead>
            <tr>
              <th>${text('字段', 'Field')}</th>
              <th>${text('类型', 'Type')}</th>
            </tr>
          </thead>
          <tbody>
            ${fields.map(
              ([name, field]) =>
                html`<tr>
                  <td><code>${name}</code></td>
                  <td>${typeOf(field)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`
    }
  </article>`;
}

/** A field's type in words; what a message holds stands in braces. */
function typeOf(field: EventSchema): string {
  if (field.items) return `[ ${typeOf(field.items)} ]`;
  if (field.$ref === undefined)
    return field.format ?? (field.pattern === undefined ? (field.type ?? '') : 'integer as text');
  const inner = Object.entries(schemaOf(field).properties ?? {}).map(
    ([name, one]) => `${name}: ${typeOf(one)}`,
  );
  return `${field.$ref.split('.').at(-1) ?? ''} { ${inner.join(', ')} }`;
}

function schemaOf(schema: EventSchema | undefined): EventSchema {
  const name = schema?.$ref?.replace('#/components/schemas/', '');
  return (name === undefined ? schema : components.schemas[name]) ?? {};
}
