import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { AcceptedLegalText } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { Dialog } from '../../patterns/dialog.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

/** What the customer has agreed to: the very texts, in the versions of that day, and whether others are in force by now. */
export function Consents() {
  const t = texts.use();
  const { timeZone, code } = useMe().agency;
  const [open, setOpen] = useState<AcceptedLegalText>();
  const query = useQuery({
    queryKey: ['identity', 'legal-acceptance'],
    queryFn: async ({ signal }) =>
      (await answer(api.identity.GET('/v1/me/legal-acceptances', { signal }))).accepted,
  });
  const current = useCurrentVersions(code);
  return (
    <section className="panel">
      <h2>{t('consents')}</h2>
      <Loaded query={query} lines={2}>
        {(accepted) =>
          accepted.length === 0 ? (
            <p>{t('noConsents')}</p>
          ) : (
            <ul className="bare-list rows">
              {accepted.map((one) => (
                <li key={one.kind + one.textVersion}>
                  <span>
                    {t(one.kind)}
                    <small className="quiet block">
                      {t('consentVersion', {
                        version: one.textVersion,
                        when: instantText(one.acceptedAt, timeZone),
                      })}
                      {isOlder(one, current) && ` · ${t('newer', { version: current?.[one.kind] ?? '' })}`}
                    </small>
                  </span>
                  <Button onClick={() => setOpen(one)}>{t('read')}</Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Dialog
        open={open !== undefined}
        title={open && t(open.kind)}
        footer={null}
        onCancel={() => setOpen(undefined)}
        width={640}
      >
        {open && <div className="legal-text">{localText(open.texts)}</div>}
      </Dialog>
    </section>
  );
}

type Versions = Readonly<Record<AcceptedLegalText['kind'], string>>;

const isOlder = ({ kind, textVersion }: AcceptedLegalText, current: Versions | undefined): boolean =>
  current !== undefined && current[kind] !== textVersion;

/** The versions in force; undefined where the agency has published none, or until they are known. */
function useCurrentVersions(agency: string): Versions | undefined {
  const { data } = useQuery({
    queryKey: ['identity', 'legal-text', agency],
    queryFn: ({ signal }) =>
      answer(api.identity.GET('/v1/current-legal-texts', { params: { query: { agency } }, signal })),
    retry: false,
  });
  return data && { terms: data.terms.textVersion, privacy: data.privacy.textVersion };
}
