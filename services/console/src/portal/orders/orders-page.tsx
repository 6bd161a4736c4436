export function OrdersPage() {
  return <p>…</p>;
}
