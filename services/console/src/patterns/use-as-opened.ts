import { useRef } from 'react';

/**
 * A record as it was when its form was opened. Behind the form it is read anew when others change it: sent on that newer version, what stands in the form
 * would overwrite what nobody at it has seen.
 */
export function useAsOpened<Row>(record: Row, open: boolean): Row {
  const opened = useRef(record);
  if (!open) opened.current = record;
  return opened.current;
}
