import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { localText } from '../../format/names.ts';
import type { LocalText } from '../../texts/locale.ts';

/** A picture as it is shown; smaller sizes where there are some. */
export interface Shown {
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly alt: LocalText;
  readonly sizes: readonly { readonly address: string; readonly width: number }[];
}

/** The pictures of a product or an article, the cover first. */
export function useGallery(of: 'products' | 'articles', id: string) {
  return useQuery({
    queryKey: ['booking', of === 'products' ? 'product' : 'article', id, 'pictures'],
    queryFn: async ({ signal }): Promise<Shown[]> => {
      const { pictures } = await (of === 'products'
        ? answer(
            api.booking.GET('/v1/products/{productId}/pictures', {
              params: { path: { productId: id } },
              signal,
            }),
          )
        : answer(
            api.booking.GET('/v1/articles/{articleId}/pictures', {
              params: { path: { articleId: id } },
              signal,
            }),
          ));
      return pictures.map(({ id: pictureId, alt, width, height }) => ({
        address: `/api/booking/v1/${of}/${id}/pictures/${pictureId}`,
        ...{ width, height, alt, sizes: [] },
      }));
    },
    staleTime: 300_000,
  });
}

/** The cover of something whose listing does not tell it. */
export function Cover({
  of,
  id,
  name,
}: {
  readonly of: 'products' | 'articles';
  readonly id: string;
  readonly name: string;
}) {
  const { data, isPending } = useGallery(of, id);
  return <Picture shown={data?.[0]} waiting={isPending} name={name} />;
}

/** One picture in a frame of 3:2; without one the name stands in its place. @param soon whether it is at the top of the page */
export function Picture({
  shown,
  waiting = false,
  name,
  soon = false,
}: {
  readonly shown: Shown | null | undefined;
  readonly waiting?: boolean;
  readonly name: string;
  readonly soon?: boolean;
}) {
  const [state, setState] = useState<'waiting' | 'there' | 'failed'>('waiting');
  if (!waiting && (!shown || state === 'failed'))
    return (
      <div className="picture picture-none" aria-hidden="true">
        {name}
      </div>
    );
  return (
    <div className={state === 'there' ? 'picture' : 'picture picture-waiting'}>
      {shown && (
        <img
          src={shown.address}
          {...(shown.sizes.length > 0 && {
            srcSet: [...shown.sizes, shown].map(({ address, width }) => `${address} ${width}w`).join(', '),
            sizes: '(width <= 760px) 100vw, 380px',
          })}
          alt={localText(shown.alt)}
          width={shown.width}
          height={shown.height}
          loading={soon ? 'eager' : 'lazy'}
          decoding="async"
          onLoad={() => setState('there')}
          onError={() => setState('failed')}
        />
      )}
    </div>
  );
}
