import { useEffect, useRef } from 'react';

/**
 * A table wider than its place is scrolled by keys too: it takes the focus as long as it is.
 * @param rows how many it has; one that had none was no wider than its place
 */
export function useReachableScroll(rows: number) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const content = box.current?.querySelector<HTMLElement>('.ant-table-content, .list-rows');
    if (!content) return;
    const look = () => {
      if (content.scrollWidth > content.clientWidth) content.tabIndex = 0;
      else content.removeAttribute('tabindex');
    };
    const sizes = new ResizeObserver(look);
    for (const one of [content, ...content.children]) sizes.observe(one);
    return () => sizes.disconnect();
  }, [rows]);
  return box;
}
