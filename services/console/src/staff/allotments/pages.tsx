import { Button, Flex } from 'antd';
import { texts } from './texts.ts';

/** The way on from a part of a list within a page, and back to its beginning; nothing where all of it is shown. */
export function Pages({
  after,
  next,
  onPage,
}: {
  readonly after: string | undefined;
  readonly next: string | null;
  readonly onPage: (after: string | undefined) => void;
}) {
  const t = texts.use();
  if (!after && !next) return null;
  return (
    <Flex gap="small" justify="end">
      {after && <Button onClick={() => onPage(undefined)}>{t('firstPage')}</Button>}
      {next && <Button onClick={() => onPage(next)}>{t('nextPage')}</Button>}
    </Flex>
  );
}
