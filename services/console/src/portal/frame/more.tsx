import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { texts } from './texts.ts';

/** The next page of a list, where there is one. */
export function More({
  query: { hasNextPage, isFetchingNextPage, fetchNextPage },
}: {
  readonly query: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
}) {
  const t = texts.use();
  if (!hasNextPage) return null;
  return (
    <p className="more">
      <Button size="large" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t('more')}
      </Button>
    </p>
  );
}
