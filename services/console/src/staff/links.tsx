import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CustomerName, DepartureName, OrderNumber, useOrderName, useProductName } from '../names/names.tsx';
import { useMay } from '../session/me.ts';
import { useLocale } from '../texts/use-locale.ts';

/** A link to what a record belongs to, for whoever may open it; else its name alone. */
function To({
  to,
  open,
  onOpen,
  children,
}: {
  readonly to: string;
  readonly open: boolean;
  /** Told when the link is followed. */
  readonly onOpen?: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  if (!open) return <>{children}</>;
  return (
    <Link to={to} onClick={() => onOpen?.()}>
      {children}
    </Link>
  );
}

interface OfRecord {
  readonly id: string;
}

export function CustomerLink({ id }: OfRecord) {
  return (
    <To to={`/customers/${id}`} open={useMay()('crm.customer.read')}>
      <CustomerName id={id} />
    </To>
  );
}

export function OrderLink({ id, onOpen }: OfRecord & { readonly onOpen?: () => void }) {
  return (
    <To to={`/orders/${id}`} open={useMay()('booking.order.read')} onOpen={onOpen}>
      <OrderNumber id={id} />
    </To>
  );
}

/** Whose an order is. */
export function OrderCustomer({ id }: OfRecord) {
  const order = useOrderName(id);
  return order ? <CustomerLink id={order.customerId} /> : <>—</>;
}

export function DepartureLink({ id, stacked = false }: OfRecord & { readonly stacked?: boolean }) {
  return (
    <To to={`/departures/${id}`} open={useMay()('booking.departure.read')}>
      <DepartureName id={id} stacked={stacked} />
    </To>
  );
}

export function ProductLink({ id }: OfRecord) {
  useLocale();
  return (
    <To to={`/products/${id}`} open={useMay()('booking.product.read')}>
      {useProductName(id) ?? '—'}
    </To>
  );
}
