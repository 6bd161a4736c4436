import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes every value, in text and in attributes', () => {
  const name = `<script>alert("1" & '2')</script>`;
  expect(html`<p title="${name}">${name}</p>`.html).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;">&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;</p>',
  );
});

it('takes HTML as it is, joins lists and leaves nothing for undefined and false', () => {
  expect(html`${html`<b>${'a<b'}</b>`}${[1, html`<i></i>`, ['x']]}${undefined}${false}`.html).toBe(
    '<b>a&lt;b</b>1<i></i>x',
  );
});

it('keeps backslashes and dollar signs of its own text', () => {
  expect(html`a\\b $1 ${'$&'}`.html).toBe('a\\b $1 $&amp;');
});
