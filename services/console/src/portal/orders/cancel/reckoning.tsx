import type { CancellationReckoning } from '../../../api/gen/booking.ts';
import { localText } from '../../../format/names.ts';
import { useLocale } from '../../../texts/use-locale.ts';

/** How a cancellation is reckoned, line by line, in booking's own words. */
export function Reckoning({ of: { lines } }: { readonly of: Pick<CancellationReckoning, 'lines'> }) {
  useLocale();
  return (
    <ol className="reckoning">
      {lines.map(({ code, text }) => (
        <li key={code}>{localText(text)}</li>
      ))}
    </ol>
  );
}
