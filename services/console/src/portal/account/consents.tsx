/** What the customer has agreed to. */
export function Consents() {
  return null;
}
