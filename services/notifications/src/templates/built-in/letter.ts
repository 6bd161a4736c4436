import type { Content } from '../content.ts';

/** A part of a letter, as plain text and as HTML; both are handlebars. */
interface Block {
  readonly text: string;
  readonly html: string;
}

export interface Letter {
  readonly subject: string;
  readonly heading: string;
  readonly greeting: string;
  readonly body: readonly Block[];
  /** Who to turn to. */
  readonly contact: string;
}

const colours = { ink: '#1f2933', quiet: '#617080', line: '#e3e8ee', accent: '#0b6e6e', page: '#f4f6f8' };
const font = "-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif";

export const paragraph = (text: string): Block => ({
  text,
  html: `<p style="margin:0 0 16px">${text}</p>`,
});

export const points = (...items: string[]): Block => ({
  text: items.map((item) => `- ${item}`).join('\n'),
  html: `<ul style="margin:0 0 16px;padding-left:20px">${items.map((item) => `<li style="margin:0 0 6px">${item}</li>`).join('')}</ul>`,
});

const cell = `padding:8px 0;border-bottom:1px solid ${colours.line}`;
const row = (label: string, value: string) =>
  `<tr><td style="${cell};color:${colours.quiet};padding-right:24px">${label}</td><td style="${cell};text-align:right">${value}</td></tr>`;
const table = (rows: string) =>
  `<table role="presentation" width="100%" cellspacing="0" style="border-collapse:collapse;margin:0 0 20px">${rows}</table>`;

/** Labels with their values. @param colon as the language writes it */
export const facts =
  (colon: string) =>
  (...rows: readonly (readonly [label: string, value: string])[]): Block => ({
    text: rows.map(([label, value]) => `${label}${colon}${value}`).join('\n'),
    html: table(rows.map(([label, value]) => row(label, value)).join('')),
  });

/** One line for each element of the variable `schedule`. @param line what it says in plain text */
export const schedule = (line: string, due: string): Block => ({
  text: `{{#each schedule}}\n- ${line}\n{{/each}}`,
  html: table(
    `{{#each schedule}}${row(`{{name}}<br><span style="font-size:13px">${due}</span>`, '<b>{{amount}}</b>')}{{/each}}`,
  ),
});

/** The customer's own link; shown as text too, for readers that show no buttons. */
export const button = (label: string): Block => ({
  text: `${label}\n{{link}}`,
  html:
    `<p style="margin:24px 0 12px"><a href="{{link}}" style="display:inline-block;background:${colours.accent};color:#ffffff;` +
    `text-decoration:none;padding:12px 28px;border-radius:6px">${label}</a></p>` +
    `<p style="margin:0 0 20px;font-size:12px;color:${colours.quiet};word-break:break-all">{{link}}</p>`,
});

/** The three texts of a letter: one content, plain and as a plain-looking page with everything inline. */
export function letter({ subject, heading, greeting, body, contact }: Letter): Content {
  const blocks = [paragraph(greeting), ...body, paragraph(contact)];
  const text = [...blocks.map((block) => block.text), '{{agencyName}}'].join('\n\n');
  return { subject, text: `${text}\n`, html: page(heading, blocks.map((block) => block.html).join('')) };
}

const page = (heading: string, body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>` +
  `<body style="margin:0;background:${colours.page};color:${colours.ink};font:16px/1.6 ${font}">` +
  `<div style="max-width:600px;margin:0 auto;padding:24px 12px">` +
  `<div style="background:#ffffff;border:1px solid ${colours.line};border-top:4px solid ${colours.accent};border-radius:8px;padding:28px">` +
  `<h1 style="margin:0 0 20px;font-size:21px;line-height:1.35">${heading}</h1>${body}</div>` +
  `<p style="margin:16px 0 0;text-align:center;font-size:13px;color:${colours.quiet}">{{agencyName}}</p></div></body></html>`;
