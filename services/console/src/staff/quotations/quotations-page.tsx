export function QuotationsPage() {
  return null;
}
