export function OrderingPage() {
  return <p>…</p>;
}
