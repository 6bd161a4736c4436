import { Flex, Grid, Select, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { texts } from './texts.ts';

/** One tab; left out where the person may not see it. */
export interface Tab {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** More of them do not stand in one line, in English least of all; behind a button of antd's at its end they are tabs to nobody who hears the page. */
const mostInLine = 8;

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
  const t = texts.use();
  const wide = Grid.useBreakpoint().md ?? true;
  const known = tabs.some(({ key }) => key === open) ? open : tabs[0]?.key;
  // Where they would not stand beside each other, one is chosen from a list.
  if (!wide && tabs.length > 3)
    return (
      <Flex vertical gap="middle">
        <Select
          aria-label={t('part')}
          value={known ?? null}
          onChange={(key) => key !== null && onOpen(key)}
          options={tabs.map(({ key, label }) => ({ value: key, label }))}
        />
        <div key={known}>{tabs.find(({ key }) => key === known)?.content}</div>
      </Flex>
    );
  return (
    <Tabs
      {...(known !== undefined && { activeKey: known })}
      onChange={onOpen}
      destroyOnHidden
      tabPlacement={tabs.length > mostInLine ? 'start' : 'top'}
      items={tabs.map(({ key, label, content }) => ({ key, label, children: content }))}
    />
  );
}
