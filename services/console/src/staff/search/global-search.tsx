import { SearchOutlined } from '../../patterns/icons.tsx';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Input } from 'antd';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { CustomerName } from '../../names/names.tsx';
import { texts } from './texts.ts';
import { useFindings } from './use-findings.ts';

/** Finds orders, customers and groups from anywhere; `/` leads to it. What is found is opened with Enter or a click. */
export function GlobalSearch() {
  const t = texts.use();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const field = useRef<HTMLDivElement>(null);
  const { groups, searching, problem } = useFindings(useDeferredValue(text.trim()));
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', lead);
    return () => document.removeEventListener('keydown', lead);
  }, []);
  const options = optionsOf(groups);
  // What was found elsewhere does not hide that a part could not be searched.
  if (problem && options.length > 0) options.push({ label: t('failed'), options: [] });
  const open = (href: string) => {
    setText('');
    void navigate({ href });
  };
  return (
    <div role="search" ref={field} className="global-search">
      <AutoComplete
        value={text}
        options={options}
        onChange={setText}
        onSelect={open}
        popupMatchSelectWidth={360}
        notFoundContent={text.trim().length > 1 && !searching ? (problem ? t('failed') : t('nothing')) : null}
      >
        <Input
          prefix={<SearchOutlined />}
          placeholder={t('placeholder')}
          aria-label={t('label')}
          maxLength={60}
          allowClear
        />
      </AutoComplete>
    </div>
  );
}

/** What was found, kind by kind, as the list below the field shows it. */
const optionsOf = (groups: ReturnType<typeof useFindings>['groups']) =>
  groups.map(({ label, found }) => ({
    label: texts.say(label),
    options: found.map(({ href, title, detail, customerId }) => ({
      value: href,
      label: (
        <span className="finding">
          <span>{title}</span>
          <span className="finding-detail">
            {customerId && (
              <>
                <CustomerName id={customerId} /> ·{' '}
              </>
            )}
            {detail}
          </span>
        </span>
      ),
    })),
  }));

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
