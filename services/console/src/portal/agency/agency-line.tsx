import { useAgencyName } from './portal-agencies.ts';
import { texts } from './texts.ts';

/** At which agency one signs in or registers, and the way to another. */
export function AgencyLine({ agency, onOther }: { readonly agency: string; readonly onOther: () => void }) {
  const t = texts.use();
  const name = useAgencyName(agency);
  return (
    <div className="register-agency">
      <strong>{name}</strong>
      <button type="button" className="link-button" onClick={onOther}>
        {t('other')}
      </button>
    </div>
  );
}
