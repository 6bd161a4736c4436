export function MessagesPage() {
  return <p>…</p>;
}
