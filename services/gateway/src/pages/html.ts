/** HTML that is safe to send: every value in it was escaped when it was put in. */
export interface Html {
  readonly html: string;
}

type Value = Html | string | number | undefined | false | readonly Value[];

/** A template whose values are escaped, unless they are HTML already; undefined and false are nothing, lists are joined. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return { html: String.raw({ raw: strings }, ...values.map(rendered)) };
}

function rendered(value: Value): string {
  if (value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map(rendered).join('');
  // isArray does not narrow readonly arrays, so what is left is text, a number or HTML.
  const one = value as Html | string | number;
  return typeof one === 'object' ? one.html : escaped(String(one));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
