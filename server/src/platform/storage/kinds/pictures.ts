import sharp from 'sharp';
import { refusedFile } from '../incoming/refused-file.js';

/** More is no photograph that somebody sends, but memory that somebody wants to use up. */
const pixelsAtMost = 60_000_000;
/** The longer side of a photo that is kept; nothing shows it larger. */
const longestSide = 1_600;

sharp.cache(false);
sharp.concurrency(1);

const read = (path: string) => sharp(path, { limitInputPixels: pixelsAtMost, failOn: 'error', pages: 1 });

/**
 * Makes a photo anew as WebP, upright and bounded: where it was taken, by which camera and whatever else hung on it is gone.
 * @throws DomainError `file.type_refused`
 */
export async function remakePhoto(path: string, to: string): Promise<void> {
  const photo = read(path).autoOrient().resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true });
  await made(photo.webp({ quality: 82 }).toFile(to));
}

/** Makes a picture that is sent as a document anew, in its own format and size. @throws DomainError `file.type_refused` */
export async function remakePicture(
  path: string,
  to: string,
  type: 'image/png' | 'image/jpeg' | 'image/webp',
): Promise<void> {
  const picture = read(path).autoOrient();
  const formats = {
    'image/png': () => picture.png(),
    'image/jpeg': () => picture.jpeg({ quality: 88 }),
    'image/webp': () => picture.webp({ quality: 88 }),
  };
  await made(formats[type]().toFile(to));
}

/** A kept photo in another width, never larger than it is. */
export function photoOfWidth(path: string, width: number): Promise<Buffer> {
  return read(path).resize(width, undefined, { withoutEnlargement: true }).webp({ quality: 80 }).toBuffer();
}

async function made(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch {
    throw refusedFile('damaged');
  }
}
