import { useSyncExternalStore } from 'react';
import { texts } from './texts.ts';

const follow = (changed: () => void) => {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
};

/** Says that there is no network, for as long as there is none. */
export function OfflineNotice() {
  const t = texts.use();
  const online = useSyncExternalStore(follow, () => navigator.onLine);
  return (
    <div role="status" className="portal-offline" hidden={online}>
      {!online && t('offline')}
    </div>
  );
}
