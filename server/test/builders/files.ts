import { strToU8, type Zippable, zipSync } from 'fflate';
import type { FileView } from '@musubi/contracts';
import type { TestApp } from '../start-app.js';

/** The smallest PDF that readers open; `words` make it another one. */
export const pdfFile = (words = 'Nothing'): Buffer =>
  Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj %${words}`,
      'trailer<</Root 1 0 R>>',
      '%%EOF',
      '',
    ].join('\n'),
  );

const mainPart = {
  docx: ['word/document.xml', 'wordprocessingml.document'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet'],
  pptx: ['ppt/presentation.xml', 'presentationml.presentation'],
} as const;

/** An office document of nothing, with further entries; `type` stands in its list of contents. */
export function officeFile(
  of: keyof typeof mainPart,
  more: Zippable = {},
  type = `application/vnd.openxmlformats-officedocument.${mainPart[of][1]}.main+xml`,
): Buffer {
  const [part] = mainPart[of];
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`;
  return Buffer.from(zipSync({ '[Content_Types].xml': strToU8(types), [part]: strToU8('<document/>'), ...more }));
}

/** A form as a browser sends one file. */
export function upload(bytes: Uint8Array, name: string, field = 'file'): FormData {
  const form = new FormData();
  form.append(field, new File([bytes as Uint8Array<ArrayBuffer>], name));
  return form;
}

/** Sends a file in this person's name. */
export const send = (
  app: TestApp,
  person: { cookie: string },
  bytes: Uint8Array,
  name: string,
  { kind = 'document', key }: { kind?: 'document' | 'image'; key?: string } = {},
) => app.http(person).post<FileView>(`/api/files?kind=${kind}`, upload(bytes, name), key ? { key } : {});
