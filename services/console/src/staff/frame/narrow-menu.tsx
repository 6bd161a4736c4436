import { Drawer } from 'antd';
import { NavigationMenu } from './navigation-menu.tsx';
import { texts } from './texts.ts';

/** The menu above the page, where there is no room beside it. */
export function NarrowMenu({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = texts.use();
  return (
    <Drawer
      title={t('product')}
      placement="left"
      size={260}
      open={open}
      onClose={onClose}
      styles={{ body: { padding: 0 } }}
    >
      <NavigationMenu onChosen={onClose} />
    </Drawer>
  );
}
