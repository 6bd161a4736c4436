import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { DeskSearch } from './desk-state.ts';
import { forgetDesk, keepDesk, keepingOf, keptDesk } from './kept-desk.ts';

/**
 * Keeps what is under way for whoever leaves and comes back by the menu.
 * @returns `asked`: what else is kept, while it is not said which of both is meant; whether what is shown was brought back, and how to have done with
 * saying so
 */
export function useKept(search: DeskSearch) {
  const navigate = useNavigate();
  const [restored, setRestored] = useState(false);
  const [underWay, setUnderWay] = useState(false);
  const kept = keptDesk();
  const keeping = keepingOf(search, kept, underWay);
  useEffect(() => {
    if (keeping === 'ask') return;
    setUnderWay(true);
    if (keeping === 'keep') keepDesk(search);
    if (keeping === 'forget') forgetDesk();
    if (keeping === 'forget' || keeping === 'nothing') setRestored(false);
    const before = keptDesk();
    if (keeping !== 'restore' || !before) return;
    setRestored(true);
    void navigate({ to: '/desk', search: before, replace: true });
  }, [search, keeping, navigate]);
  return {
    asked: keeping === 'ask' ? kept : undefined,
    restored,
    seen: () => setRestored(false),
    startWithThis: () => setUnderWay(true),
  };
}
