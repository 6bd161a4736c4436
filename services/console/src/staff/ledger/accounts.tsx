import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { localText } from '../../format/names.ts';
import { useMay } from '../../session/me.ts';
import { useLocale } from '../../texts/use-locale.ts';

/** An account by code and name. */
export function AccountName({ code }: { readonly code: string }) {
  useLocale();
  const enabled = useMay()('finance.account.read');
  const { data } = useQuery({
    queryKey: ['finance', 'account'],
    queryFn: async ({ signal }) => (await answer(api.finance.GET('/v1/accounts', { signal }))).accounts,
    enabled,
    staleTime: 300_000,
  });
  const account = data?.find((one) => one.code === code);
  return <>{account ? `${code} ${localText(account.name)}` : code}</>;
}
