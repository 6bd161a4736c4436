import { lazy, Suspense, useState } from 'react';
import { Button, Flex } from 'antd';
import { Rows, type RowsProps } from './rows.tsx';
import { texts } from './texts.ts';

type Arranged = typeof import('./arranged-rows.tsx').ArrangedRows;

const ArrangedRows = lazy(async () => ({
  default: (await import('./arranged-rows.tsx')).ArrangedRows,
})) as unknown as Arranged; // what is lazy forgets that it is for rows of any kind

const keptAs = (name: string) => `yitu.arranged.${name}`;

/** The rows of a list, plain, or as the person in front of it has arranged them once. @param name which list it is, for what is kept of it */
export function ListRows<Row extends { readonly id: string }>({
  name,
  ...rows
}: RowsProps<Row> & { readonly name: string }) {
  const t = texts.use();
  const [arranged, setArranged] = useState(() => localStorage.getItem(keptAs(name)) !== null);
  const arrange = (on: boolean) => {
    if (on) localStorage.setItem(keptAs(name), '1');
    else localStorage.removeItem(keptAs(name));
    setArranged(on);
  };
  if (arranged)
    return (
      <Suspense fallback={<Rows {...rows} />}>
        <ArrangedRows {...rows} name={name} onPlain={() => arrange(false)} />
      </Suspense>
    );
  return (
    <>
      <Rows {...rows} />
      {rows.rows.length > 0 && (
        <Flex justify="end" className="arrange">
          <Button type="link" size="small" onClick={() => arrange(true)}>
            {t('arrangeTable')}
          </Button>
        </Flex>
      )}
    </>
  );
}
