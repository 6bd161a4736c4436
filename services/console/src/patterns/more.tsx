import { Button } from 'antd';
import { texts } from './texts.ts';

interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** Leads on where there is more than the pages that were read. */
export function More({ query }: { readonly query: Paged }) {
  const t = texts.use();
  if (!query.hasNextPage) return null;
  return (
    <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {t('more')}
    </Button>
  );
}
