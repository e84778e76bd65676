/** What kinds of files are taken. No zod here, so that pages stay small. */

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
