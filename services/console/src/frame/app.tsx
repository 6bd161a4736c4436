import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refusal } from '../api/refusal.ts';
import './frame.css';

/** What is known of the services' data. A refusal is an answer: only what never came is asked for again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) =>
        failures < 2 && (!(error instanceof Refusal) || error.status === 0 || error.status >= 500),
    },
  },
});

/** Shows a page, with what is known of the services' data around it. */
export function show(page: ReactNode): void {
  const root = document.querySelector('#root');
  if (!root) throw new Error('The page has no place for the application');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>{page}</QueryClientProvider>
    </StrictMode>,
  );
}
