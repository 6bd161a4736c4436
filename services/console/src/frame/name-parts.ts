import i18next from 'i18next';
import { currentLocale } from '../texts/locale.ts';
import { heardAs } from './heard-names.ts';

/** What a part was called before it was named here: the language may change. */
const fixed = new WeakMap<Element, string>();

/** Names what antd draws in the language of the page, as it is drawn. */
export function nameParts(): void {
  nameWithin(document.body);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node instanceof Element) nameWithin(node);
  }).observe(document.body, { childList: true, subtree: true });
  i18next.on('languageChanged', () => nameWithin(document.body));
}

const parts = '[class*="ant-"][aria-label], .anticon[aria-label]';

function nameWithin(element: Element): void {
  if (element.matches(parts)) nameOne(element);
  for (const part of element.querySelectorAll(parts)) nameOne(part);
}

function nameOne(part: Element): void {
  const icon = part.classList.contains('anticon');
  const name = fixed.get(part) ?? part.getAttribute('aria-label') ?? '';
  if (name === '' || (icon && !/^[a-z-]+$/.test(name))) return; // named by a page
  const heard = heardAs(name, { icon, alone: icon && isAlone(part) }, currentLocale());
  if (heard === 'itself') return;
  fixed.set(part, name);
  if (heard === 'nothing') part.setAttribute('aria-hidden', 'true');
  else part.setAttribute('aria-label', heard.name);
}

/** Whether a picture is all that names the control it stands in. */
function isAlone(icon: Element): boolean {
  const control = icon.closest('button, a, [role="button"]');
  if (!control || control.hasAttribute('aria-label') || control.hasAttribute('title')) return false;
  return (control.textContent ?? '').trim() === '';
}
