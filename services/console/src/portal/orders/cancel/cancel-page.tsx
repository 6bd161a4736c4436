export function CancelPage() {
  return <p>…</p>;
}
