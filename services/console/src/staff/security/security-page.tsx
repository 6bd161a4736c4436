import { AddressTabs, type Tab } from '../../patterns/address-tabs.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay } from '../../session/me.ts';
import { IdentityProviderCard } from './identity-provider.tsx';
import { IncidentRulesCard } from './incident-rules.tsx';
import { securityRoute } from './routes.ts';
import { SecondFactorRuleCard } from './second-factor-rule.tsx';
import { texts } from './texts.ts';

/** What the agency asks of signing in, and when it takes alarm. */
export function SecurityPage() {
  const t = texts.use();
  const may = useMay();
  const { tab } = securityRoute.useSearch();
  const navigate = securityRoute.useNavigate();
  const tabs: (Tab | false)[] = [
    may('identity.agency.read') && {
      ...{ key: 'second-factor', label: t('secondFactor'), content: <SecondFactorRuleCard /> },
    },
    may('identity.identity-provider.read') && {
      ...{ key: 'provider', label: t('provider'), content: <IdentityProviderCard /> },
    },
    may('identity.incident-rule.read') && {
      ...{ key: 'incident-rules', label: t('incidentRules'), content: <IncidentRulesCard /> },
    },
  ];
  return (
    <Page title={t('title')}>
      <AddressTabs
        tabs={tabs.filter((one) => one !== false)}
        open={tab}
        onOpen={(key) => void navigate({ search: { tab: key }, replace: true })}
      />
    </Page>
  );
}
