import type { Locale, LocalText } from '../texts/locale.ts';

/** Names that parts of antd bring along in English, with no way to give them others: what they do is said in the language of the page. */
const said: Readonly<Record<string, LocalText>> = {
  'Increase Value': { zh: '增加', en: 'Increase' },
  'Decrease Value': { zh: '减少', en: 'Decrease' },
  Clear: { zh: '清除', en: 'Clear' },
  'Expand all rows': { zh: '展开全部', en: 'Expand all rows' },
  'Collapse all rows': { zh: '收起全部', en: 'Collapse all rows' },
  'expanded dropdown': { zh: '更多选项', en: 'More choices' },
  'icon: ellipsis': { zh: '更多', en: 'More' },
  'icon: close': { zh: '关闭', en: 'Close' },
  'icon: close-circle': { zh: '清除', en: 'Clear' },
};

/** What somebody is to hear of a part: a name, nothing at all, or what it says itself. */
export type Heard = { readonly name: string } | 'nothing' | 'itself';

/**
 * @param name as antd fixed it
 * @param icon whether it is a picture: beside words, or in a control with a name, nobody hears it
 * @param alone whether nothing else names the control it stands in
 */
export function heardAs(
  name: string,
  { icon, alone }: { readonly icon: boolean; readonly alone: boolean },
  locale: Locale,
): Heard {
  if (icon && !alone) return 'nothing';
  const known = said[icon ? `icon: ${name}` : name];
  return known ? { name: known[locale] } : 'itself';
}
