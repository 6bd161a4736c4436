import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Api } from '../api.ts';

const pictures = join(import.meta.dirname, 'pictures');

/** Gives a product or an article one of the demo's pictures. @param thing `products/<id>` or `articles/<id>` @param name of the picture's file @param alt what it shows */
export async function addPicture(
  manager: Api,
  thing: string,
  name: string,
  alt: { readonly zh: string; readonly en: string },
): Promise<void> {
  const said = new URLSearchParams({ altZh: alt.zh, altEn: alt.en }).toString();
  const picture = await readFile(join(pictures, `${name}.jpg`));
  await manager.upload(`/api/booking/v1/${thing}/pictures?${said}`, picture, 'image/jpeg');
}
