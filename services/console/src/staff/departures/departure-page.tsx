export function DeparturePage() {
  return null;
}
