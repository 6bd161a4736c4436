import { Tag } from 'antd';
import type { CSSProperties } from 'react';

/** What a state means for whoever works with it: it waits for somebody, is under way, went well, went wrong, is over. */
export type Tone = 'waiting' | 'going' | 'good' | 'bad' | 'over';

/** Dark enough on their own light ground for WCAG AA, also in small letters. */
const looks: Readonly<Record<Tone, CSSProperties>> = {
  waiting: { color: '#8a4b00', background: '#fff3dc' },
  going: { color: '#0b4f94', background: '#e6f0fb' },
  good: { color: '#1a6330', background: '#e5f5e9' },
  bad: { color: '#a3211a', background: '#fdeceb' },
  over: { color: '#4b5563', background: '#eef0f2' },
};

/** A state in words, coloured by what it means; never by colour alone. */
export function StateTag({
  tone,
  title,
  role,
  children,
}: {
  readonly tone: Tone;
  /** More of it, shown with the pointer on it. */
  readonly title?: string;
  readonly role?: string;
  readonly children: string;
}) {
  return (
    <Tag className="money" style={looks[tone]} {...(title && { title })} {...(role && { role })}>
      {children}
    </Tag>
  );
}
