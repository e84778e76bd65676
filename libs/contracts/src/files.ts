/**
 * files
 *   POST  /api/files?kind=document|image    signed in, multipart with one part `file` → 201 FileView
 *                                           413 file.too_big · 422 file.empty · 422 file.type_refused with data.why: FileRefusal
 *   GET   /api/files/:fileId?width=         whoever may read what it belongs to      → 200 its bytes; photos in a width of `pictureWidths`
 * A file that nothing refers to is swept a day after it came. An image is made anew as WebP: what the camera wrote into it goes.
 */
import { z } from 'zod';
import { FileId } from './ids.ts';
import { fileKinds } from './file-types.ts';

/** Widths of a picture in pixels. */
export const pictureWidths = [96, 192, 480, 960] as const;

export const FileQuery = z.strictObject({ kind: z.enum(fileKinds) });
export type FileQuery = z.infer<typeof FileQuery>;

export const PictureQuery = z.strictObject({
  width: z
    .enum(pictureWidths.map(String) as [string, ...string[]])
    .transform(Number)
    .optional(),
});
export type PictureQuery = z.infer<typeof PictureQuery>;

export const FileView = z.object({
  fileId: FileId,
  name: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
});
export type FileView = z.infer<typeof FileView>;
