import { Tag } from 'antd';

/** What a state means for whoever works with it: it waits for somebody, is under way, went well, went wrong, is over. */
export type Tone = 'waiting' | 'going' | 'good' | 'bad' | 'over';

/** Of the background, and of words on it that are read by weak eyes too. */
const colours: Readonly<Record<Tone, readonly [tag: string, words: string]>> = {
  waiting: ['orange', '#873800'],
  going: ['blue', '#003eb3'],
  good: ['green', '#135200'],
  bad: ['red', '#a8071a'],
  over: ['default', '#434343'],
};

/** A state in words, coloured by what it means; never by colour alone. */
export function StateTag({
  tone,
  title,
  role,
  children,
}: {
  readonly tone: Tone;
  /** More of it, for the pointer. */
  readonly title?: string;
  readonly role?: string;
  readonly children: string;
}) {
  const [color, words] = colours[tone];
  return (
    <Tag
      className="money"
      color={color}
      style={{ color: words }}
      {...(title && { title })}
      {...(role && { role })}
    >
      {children}
    </Tag>
  );
}
