import { App } from 'antd';
import { useEffect } from 'react';
import type { PlaceProps } from './notices.tsx';

/** antd's notices and dialogs in the looks of the page. */
export function NoticePlace({ onReady }: PlaceProps) {
  return (
    <App component={false}>
      <Ready onReady={onReady} />
    </App>
  );
}

function Ready({ onReady }: PlaceProps) {
  const parts = App.useApp();
  useEffect(() => onReady(parts), [onReady, parts]);
  return null;
}
