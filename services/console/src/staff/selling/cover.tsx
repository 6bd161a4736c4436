import type { ProductListing } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { useLocale } from '../../texts/use-locale.ts';

/** A product's first picture, small; an empty place of the same size where it has none. */
export function Cover({
  of,
  small = false,
}: {
  readonly of: ProductListing['cover'];
  readonly small?: boolean;
}) {
  useLocale();
  const className = small ? 'cover cover-small' : 'cover';
  if (!of) return <span className={className} aria-hidden="true" />;
  const least = of.sizes.toSorted((left, right) => left.width - right.width)[0];
  return (
    <img
      className={className}
      src={least?.address ?? of.address}
      alt={localText(of.alt)}
      width={small ? 48 : 96}
      height={small ? 32 : 64}
      loading="lazy"
    />
  );
}
