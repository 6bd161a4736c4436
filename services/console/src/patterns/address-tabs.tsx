import { Tabs } from 'antd';
import type { ReactNode } from 'react';

/** One tab; left out where the person may not see it. */
export interface Tab {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** Tabs of a page. Which one is open is in the address, so that it can be shared and come back to. */
export function AddressTabs({
  tabs,
  open,
  onOpen,
}: {
  readonly tabs: readonly Tab[];
  /** The one the address names; the first where it names none. */
  readonly open: string | undefined;
  readonly onOpen: (key: string) => void;
}) {
  const known = tabs.some(({ key }) => key === open) ? open : tabs[0]?.key;
  return (
    <Tabs
      {...(known !== undefined && { activeKey: known })}
      onChange={onOpen}
      destroyOnHidden
      items={tabs.map(({ key, label, content }) => ({ key, label, children: content }))}
    />
  );
}
