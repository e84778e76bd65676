import { type FileKind, type FileType, fileTypes } from '@musubi/contracts';
import { fileTypeFromFile } from 'file-type';
import { parts } from '../file-name.js';
import { refusedFile } from '../incoming/refused-file.js';
import { lookIntoOfficeArchive } from './office-archive.js';
import { lookIntoPdf } from './pdf.js';
import { isPlainText } from './plain-text.js';

/**
 * What a file is, by what is in it; its name only tells a table of values from a text.
 * @throws DomainError `file.type_refused` for everything that is not on the list
 */
export async function mediaTypeOf(
  path: string,
  kind: FileKind,
  { name, bytes }: { name: string; bytes: number },
): Promise<FileType> {
  const { mime = null } = (await fileTypeFromFile(path)) ?? {};
  if (mime && /macroenabled/i.test(mime)) throw refusedFile('macros');
  const type = mime ?? (await textType(path, name));
  if (!isTaken(type) || (kind === 'image' && !type.startsWith('image/'))) throw refusedFile('kind');
  if (type === 'application/pdf') await lookIntoPdf(path, bytes);
  if (type.startsWith('application/vnd.openxmlformats')) await lookIntoOfficeArchive(path);
  return type;
}

const isTaken = (type: string | null): type is FileType => type !== null && Object.hasOwn(fileTypes, type);

async function textType(path: string, name: string): Promise<FileType | null> {
  if (!(await isPlainText(path))) return null;
  return parts(name).ending === 'csv' ? 'text/csv' : 'text/plain';
}
