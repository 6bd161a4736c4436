import { SearchOutlined } from '../../patterns/icons.tsx';
import { lazy, startTransition, Suspense, useEffect, useRef, useState } from 'react';
import { texts } from './texts.ts';

// As large as a page: it comes when somebody goes into the field.
const SearchField = lazy(async () => ({ default: (await import('./search-field.tsx')).SearchField }));

/** Finds orders, customers and groups from anywhere; `/` leads to it. What is found is opened with Enter or a click. */
export function GlobalSearch() {
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', lead);
    return () => document.removeEventListener('keydown', lead);
  }, []);
  // Until it is there one goes on typing into what stands for it.
  const want = () => startTransition(() => setWanted(true));
  return (
    <div role="search" ref={field} className="global-search">
      <Suspense>
        {wanted ? (
          <SearchField text={text} onText={setText} />
        ) : (
          <WaitingField text={text} onText={setText} onWanted={want} />
        )}
      </Suspense>
    </div>
  );
}

/** Takes what is typed until the field that finds is there. */
function WaitingField({
  text,
  onText,
  onWanted,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onWanted: () => void;
}) {
  const t = texts.use();
  return (
    <>
      <input
        className="search-waiting"
        value={text}
        placeholder={t('placeholder')}
        aria-label={t('label')}
        maxLength={60}
        onFocus={onWanted}
        onChange={(event) => onText(event.target.value)}
      />
      <SearchOutlined />
    </>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
