export function OrderPage() {
  return <p>…</p>;
}
