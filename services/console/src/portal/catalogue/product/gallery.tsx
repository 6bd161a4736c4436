import { useState } from 'react';
import { localText } from '../../../format/names.ts';
import { Picture, useGallery } from '../picture.tsx';
import { texts } from '../texts.ts';

/** The pictures of a product: one large, the others to choose from below it. */
export function Gallery({ id, name }: { readonly id: string; readonly name: string }) {
  const t = texts.use();
  const { data: pictures = [], isPending } = useGallery('products', id);
  const [chosen, setChosen] = useState(0);
  const shown = pictures[chosen] ?? pictures[0];
  return (
    <section className="gallery" aria-label={t('pictures')}>
      <Picture key={shown?.address} shown={shown} waiting={isPending} name={name} soon />
      {pictures.length > 1 && (
        <ul className="bare-list gallery-others">
          {pictures.map((picture, index) => (
            <li key={picture.address}>
              <button
                type="button"
                aria-label={localText(picture.alt)}
                aria-pressed={index === chosen}
                onClick={() => setChosen(index)}
              >
                <img src={picture.sizes[0]?.address ?? picture.address} alt="" loading="lazy" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
