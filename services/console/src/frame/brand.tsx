/** Name and sign of the house. */
export function Brand({ text }: { readonly text: string }) {
  return (
    <span className="brand">
      <img src="/assets/icon.svg" alt="" width={28} height={28} />
      {text}
    </span>
  );
}
