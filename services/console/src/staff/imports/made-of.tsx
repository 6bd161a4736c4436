import { Link } from '@tanstack/react-router';
import { CustomerName, DepartureName } from '../../names/names.tsx';
import { texts } from './texts.ts';

/** What a row became, or what was there before: the way to it. */
export function MadeOf({ kind, id }: { readonly kind: string; readonly id: string }) {
  const t = texts.use();
  if (kind === 'customers')
    return (
      <Link to="/customers/$customerId" params={{ customerId: id }}>
        <CustomerName id={id} />
      </Link>
    );
  if (kind === 'departures')
    return (
      <Link to="/departures/$departureId" params={{ departureId: id }}>
        <DepartureName id={id} />
      </Link>
    );
  return (
    <Link to="/products/$productId" params={{ productId: id }}>
      {t('toProduct')}
    </Link>
  );
}
