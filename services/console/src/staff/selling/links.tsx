import { Link } from '@tanstack/react-router';
import { localText } from '../../format/names.ts';
import { useCustomerName, useDepartureName } from '../../names/names.tsx';
import { useMay } from '../../session/me.ts';
import { useLocale } from '../../texts/use-locale.ts';

/** A customer by name, and the way to them. */
export function CustomerLink({ id }: { readonly id: string }) {
  const may = useMay();
  const name = useCustomerName(id);
  if (!name || !may('crm.customer.read')) return <>{name ?? '—'}</>;
  return (
    <Link to="/customers/$customerId" params={{ customerId: id }}>
      {name}
    </Link>
  );
}

/** A departure by what it is, its group number and its day; in lists below each other. */
export function DepartureLink({ id, stacked = false }: { readonly id: string; readonly stacked?: boolean }) {
  useLocale();
  const departure = useDepartureName(id);
  if (!departure) return <>—</>;
  const { productName, groupNumber, departsOn } = departure;
  return (
    <Link to="/departures/$departureId" params={{ departureId: id }}>
      {localText(productName)}
      {stacked ? <br /> : ' · '}
      {groupNumber} · {departsOn}
    </Link>
  );
}
