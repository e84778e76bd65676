import { fileBytesAtMost } from '@musubi/contracts';
import { strToU8 } from 'fflate';
import { officeFile, pdfFile, upload } from '../../builders/files.js';
import { odd, type Odd } from './odd.js';

const text = (words: string) => Buffer.from(words);
const refused = 'file.type_refused';
const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 0x90)]);

const file = (what: string, is: string, bytes: Uint8Array, name: string, kind = 'document'): Odd =>
  odd(what, 'asker', is, (http) => http.post(`/api/files?kind=${kind}`, upload(bytes, name)));

/** Files that nobody should be sent by a partner. */
export const files: readonly Odd[] = [
  file('an empty file', 'file.empty', new Uint8Array(), 'plan.pdf'),
  file('a file of more than there is room for', 'file.too_big', Buffer.alloc(fileBytesAtMost + 1, 0x20), 'plan.txt'),
  file('a program', refused, program, 'plan.exe'),
  file('a program that is named a text', refused, program, 'plan.pdf'),
  file('a page', refused, text('<!doctype html><script>alert(1)</script>'), 'plan.html'),
  file('a page that is named a document', refused, text('<!doctype html><script>alert(1)</script>'), 'plan.pdf'),
  file(
    'a drawing with a script',
    refused,
    text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'plan.svg',
  ),
  file('a drawing as a picture', refused, text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'plan.png', 'image'),
  file('a document as a picture', refused, pdfFile(), 'plan.png', 'image'),
  file('a document with macros', refused, officeFile('docx', { 'word/vbaProject.bin': strToU8('macro') }), 'plan.docx'),
  file('a document named with macros', refused, officeFile('docx'), 'plan.docm'),
  file('an archive', refused, officeFile('docx'), 'plan.zip'),
  file('a document with a second ending', refused, pdfFile(), 'plan.pdf.exe'),
  file('half of a document', refused, officeFile('docx').subarray(0, 100), 'plan.docx'),
  file('half of a picture', refused, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'plan.png', 'image'),
];
