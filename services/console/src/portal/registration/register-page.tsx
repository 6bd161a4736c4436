import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { Brand } from '../../frame/brand.tsx';
import { LanguageSwitch } from '../../frame/language-switch.tsx';
import { Waiting } from '../../patterns/loaded.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { keepAgency, keptAgency } from '../../session/sign-in/agency.ts';
import { AgencyLine } from '../agency/agency-line.tsx';
import { ChooseAgency } from '../agency/choose-agency.tsx';
import { Link } from '../frame/links.tsx';
import { RegisterForm } from './register-form.tsx';
import { texts } from './texts.ts';

/** Registers a customer: at which agency, what is agreed to, who they are; the rest goes by e-mail. */
export function RegisterPage() {
  const t = texts.use();
  const [agency, setAgency] = useState(keptAgency());
  const [asked, setAsked] = useState<string>();
  useEffect(() => {
    document.title = `${t('title')} · 易途 Yitu`;
  });
  const choose = (code: string) => {
    keepAgency(code);
    setAgency(code);
  };
  return (
    <div className="sign-in from-top">
      <main>
        <div className="sign-in-head">
          <Brand text="易途 Yitu" />
          <LanguageSwitch />
        </div>
        <h1>{asked ? t('askedTitle') : t('title')}</h1>
        {asked ? (
          <Asked email={asked} />
        ) : agency === '' ? (
          <>
            <ChooseAgency onChosen={choose} />
            <HaveAccount />
          </>
        ) : (
          <AtAgency agency={agency} onOther={() => setAgency('')} onAsked={setAsked} />
        )}
      </main>
    </div>
  );
}

function AtAgency({
  agency,
  onOther,
  onAsked,
}: {
  readonly agency: string;
  readonly onOther: () => void;
  readonly onAsked: (email: string) => void;
}) {
  const legal = useQuery({
    queryKey: ['identity', 'legal-text', agency],
    queryFn: ({ signal }) =>
      answer(api.identity.GET('/v1/current-legal-texts', { params: { query: { agency } }, signal })),
    retry: false,
  });
  return (
    <>
      <AgencyLine agency={agency} onOther={onOther} />
      <ProblemAlert problem={legal.error} onRetry={() => void legal.refetch()} />
      {legal.isPending && <Waiting />}
      {legal.data && <RegisterForm agency={agency} legal={legal.data} onAsked={onAsked} />}
      {/* Not before the form, which would push it out of sight. */}
      {!legal.isPending && <HaveAccount />}
    </>
  );
}

function HaveAccount() {
  const t = texts.use();
  return (
    <p className="sign-in-below">
      {t('haveAccount')} <Link to="/sign-in">{t('signIn')}</Link>
    </p>
  );
}

function Asked({ email }: { readonly email: string }) {
  const t = texts.use();
  return (
    <div role="status">
      <p>{t('askedWhy', { email })}</p>
      <p>
        <Link to="/sign-in">{t('toSignIn')}</Link>
      </p>
    </div>
  );
}
