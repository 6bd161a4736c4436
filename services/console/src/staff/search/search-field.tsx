import { SearchOutlined } from '../../patterns/icons.tsx';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Input } from 'antd';
import { useDeferredValue } from 'react';
import { CustomerName } from '../../names/names.tsx';
import { texts } from './texts.ts';
import { useFindings } from './use-findings.ts';

/** The field that finds, with what it found below it. */
export function SearchField({
  text,
  onText,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const t = texts.use();
  const navigate = useNavigate();
  const { groups, searching, problem } = useFindings(useDeferredValue(text.trim()));
  const options = optionsOf(groups);
  // What was found elsewhere does not hide that a part could not be searched.
  if (problem && options.length > 0) options.push({ label: t('failed'), options: [] });
  const open = (href: string) => {
    onText('');
    void navigate({ href });
  };
  return (
    <AutoComplete
      // It takes the place of the field somebody has just gone into.
      autoFocus
      value={text}
      options={options}
      onChange={onText}
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
