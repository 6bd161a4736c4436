import { LoadingOutlined, SearchOutlined } from '../patterns/icons.tsx';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refusal } from '../api/refusal.ts';
import { texts } from '../patterns/texts.ts';
import { useLocale } from '../texts/use-locale.ts';
import { nameParts } from './name-parts.ts';
import { theme } from './theme.ts';
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

/** Puts a page into its frame of language, looks and data. */
export function show(page: ReactNode): void {
  const root = document.querySelector('#root');
  if (!root) throw new Error('The page has no place for the application');
  nameParts();
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Looks>{page}</Looks>
      </QueryClientProvider>
    </StrictMode>,
  );
}

function Looks({ children }: { readonly children: ReactNode }) {
  const locale = useLocale();
  dayjs.locale(locale === 'zh' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider
      locale={locale === 'zh' ? zhCN : enUS}
      theme={theme}
      // Icons would be named for those who hear the page, in English and before what a button says.
      button={{ autoInsertSpace: false, loadingIcon: <LoadingOutlined /> }}
      inputSearch={{ searchIcon: <SearchOutlined aria-label={texts.say('search')} /> }}
      form={{ requiredMark: 'optional' }}
    >
      {children}
    </ConfigProvider>
  );
}
