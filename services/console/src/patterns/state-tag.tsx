import { Tag } from 'antd';

/** What a state means for whoever works with it: it waits for somebody, is under way, went well, went wrong, is over. */
export type Tone = 'waiting' | 'going' | 'good' | 'bad' | 'over';

const colours: Readonly<Record<Tone, string>> = {
  waiting: 'orange',
  going: 'blue',
  good: 'green',
  bad: 'red',
  over: 'default',
};

/** A state in words, coloured by what it means; never by colour alone. */
export function StateTag({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return <Tag color={colours[tone]}>{children}</Tag>;
}
