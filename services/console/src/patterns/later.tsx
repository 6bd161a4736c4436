import { lazy, Suspense, useState, type ComponentType } from 'react';

/**
 * A form or dialog that is loaded when it is opened for the first time: fields weigh more than the pages they stand above.
 * @param load imports it, and names it
 */
export function later<Props extends { readonly open: boolean }>(load: () => Promise<ComponentType<Props>>) {
  const Loaded = lazy<ComponentType<Props>>(async () => ({ default: await load() }));
  return function Later(props: Props) {
    const [wanted, setWanted] = useState(props.open);
    if (props.open && !wanted) setWanted(true);
    if (!wanted) return null;
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
