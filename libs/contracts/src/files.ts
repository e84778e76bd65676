/**
 * files
 *   POST  /api/files?kind=document|image    signed in, multipart with one part `file` → 201 FileView
 *                                           413 file.too_big · 422 file.empty · 422 file.type_refused with data.why: FileRefusal
 *   GET   /api/files/:fileId?width=         whoever may read what it belongs to      → 200 its bytes; photos in a width of `pictureWidths`
 * A file that nothing refers to is swept a day after it came. An image is made anew as WebP: what the camera wrote into it goes.
 */
import { z } from 'zod';
import { FileId } from './ids.ts';

/** The most that one file may weigh, in bytes. */
export const fileBytesAtMost = 10 * 1024 * 1024;

export const fileKinds = ['document', 'image'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What is taken, with the endings that fit; of an image only pictures. */
export const fileTypes = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'text/csv': ['csv'],
  'text/plain': ['txt'],
} as const;
export type FileType = keyof typeof fileTypes;

/** Endings of the files that are taken, for a chooser: `.pdf`. */
export function endingsOf(kind: FileKind): string[] {
  const types = Object.entries(fileTypes).filter(([type]) => kind === 'document' || type.startsWith('image/'));
  return types.flatMap(([, endings]) => endings.map((ending) => `.${ending}`));
}

/** Why a file was not taken: of a kind that is not, named as what it is not, with macros, or not whole. */
export const fileRefusals = ['kind', 'name', 'macros', 'damaged'] as const;
export type FileRefusal = (typeof fileRefusals)[number];

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
