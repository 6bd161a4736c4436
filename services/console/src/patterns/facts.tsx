import { Descriptions } from 'antd';
import type { ReactNode } from 'react';

/** What is known of one thing, name by name; what is not known is a dash. */
export function Facts({ of }: { readonly of: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <Descriptions
      className="facts"
      column={{ xs: 1, sm: 2, xl: 3 }}
      items={of.map(([label, children]) => ({ key: label, label, children: children ?? '—' }))}
    />
  );
}
