import type { Message } from './mailbox.ts';

/** Text of a stranger as text in HTML, between tags and inside quoted attributes. */
function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** All messages as a table, the given one first. */
export function listPage(messages: readonly Message[]): string {
  const rows = messages.map(
    ({ id, to, subject, date }) =>
      `<tr><td>${escapeHtml(date.slice(0, 19).replace('T', ' '))}</td><td>${escapeHtml(to.join(', '))}</td>` +
      `<td><a href="/messages/${escapeHtml(id)}">${escapeHtml(subject || '(no subject)')}</a></td></tr>`,
  );
  const table = `<table><tr><th>Arrived (UTC)</th><th>To</th><th>Subject</th></tr>${rows.join('')}</table>`;
  return page('Mail', messages.length === 0 ? '<p>No message has arrived yet.</p>' : table);
}

/** One message: as text, and as HTML in a frame that may run nothing and reach nothing. Links open beside it, as in a mail program. */
export function messagePage({ to, from, subject, date, text, html }: Message): string {
  const facts = `<p>From ${escapeHtml(from)}<br>To ${escapeHtml(to.join(', '))}<br>Arrived ${escapeHtml(date)}</p>`;
  const asText = `<h2>Text</h2><pre>${withLinks(escapeHtml(text))}</pre>`;
  const asHtml =
    html === undefined
      ? ''
      : `<h2>HTML</h2><iframe sandbox="${POPUPS}" srcdoc="${escapeHtml(`<base target="_blank">${html}`)}"></iframe>`;
  return page(subject || '(no subject)', `<p><a href="/">All messages</a></p>${facts}${asText}${asHtml}`);
}

const POPUPS = 'allow-popups allow-popups-to-escape-sandbox';

/** @param text as text in HTML */
const withLinks = (text: string) =>
  text.replace(/https?:\/\/[^\s<]+/g, '<a href="$&" target="_blank" rel="noreferrer">$&</a>');

/** The page for an address where nothing is. */
export function missingPage(): string {
  return page('Not here', '<p>There is no such message. <a href="/">All messages</a></p>');
}

function page(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><h1>${escapeHtml(title)}</h1>${content}</body></html>`;
}

const STYLE =
  'body{font-family:system-ui,sans-serif;margin:2rem;max-width:70rem}td,th{text-align:left;padding:.3rem 1rem .3rem 0}' +
  'pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f4f4;padding:1rem}iframe{width:100%;height:40rem;border:1px solid #ccc}';
