import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { strToU8 } from 'fflate';
import sharp from 'sharp';
import { officeFile, pdfFile, send } from '../../../../test/builders/files.js';
import { newPerson } from '../../../../test/new-person.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
let ada: { userId: string; cookie: string };
beforeAll(async () => (app = await startApp({ alone: true })));
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('TRUNCATE stored_file CASCADE');
  ada = await app.signIn(await newPerson(app));
});

const kept = async () =>
  (await readdir(join(app.config.filesDir, 'kept'), { recursive: true }).catch(() => [])).filter(
    (name) => name.length > 60,
  );
const drafts = () => readdir(join(app.config.filesDir, 'drafts')).catch(() => []);
const rows = () => app.db.query('SELECT name, bytes, media_type AS type, uploaded_by AS by FROM stored_file');
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 60, b: 40 } } });

const taken: [string, () => Uint8Array | Promise<Uint8Array>, string, string][] = [
  ['a Word document', () => officeFile('docx'), 'a.docx', 'a.docx'],
  ['an Excel workbook', () => officeFile('xlsx'), 'A.XLSX', 'A.xlsx'],
  ['a presentation', () => officeFile('pptx'), 'a.pptx', 'a.pptx'],
  ['text', () => strToU8('Guten Tag\r\n'), 'a.txt', 'a.txt'],
  ['a table', () => strToU8('\ufeff名前;Ort\n田中;大阪\n'), '名簿.csv', '名簿.csv'],
  ['a table of Japanese Windows', () => Buffer.from([0x96, 0xbc, 0x91, 0x4f, 0x0d, 0x0a]), 'a.csv', 'a.csv'],
  ['UTF-16 text', () => Buffer.from('\ufeffhello', 'utf16le'), 'a.txt', 'a.txt'],
  ['a WebP', () => photo(9, 9).webp().toBuffer(), 'a.webp', 'a.webp'],
  ['a JPEG', () => photo(9, 9).jpeg().toBuffer(), 'a.jpeg', 'a.jpeg'],
  ['a name without an ending', () => pdfFile(), 'plan', 'plan.pdf'],
  ['a name of points', () => pdfFile(), '...', 'file.pdf'],
  ['a path', () => pdfFile(), '../../etc/pass\u0000wd.pdf', 'passwd.pdf'],
  ['a Windows path', () => pdfFile(), 'C:\\Users\\ada\\plan.pdf', 'plan.pdf'],
  ['a name that turns its direction', () => pdfFile(), 'fdp.\u202Eexe.pdf', 'fdp.exe.pdf'],
  ['a long name', () => pdfFile(), `${'長'.repeat(300)}.pdf`, `${'長'.repeat(115)}.pdf`],
];

test.each(taken)('%s is taken', async (_, bytes, name, keptName) => {
  const { status, body } = await send(app, ada, await bytes(), name);
  expect([status, body.name]).toEqual([201, keptName]);
});

const exe = () => Buffer.concat([Buffer.from('MZ\u0090\u0000', 'latin1'), Buffer.alloc(200)]);
const vba = { 'word/vbaProject.bin': strToU8('Sub AutoOpen()') };
const hostile: [string, () => Uint8Array | Promise<Uint8Array>, string, string][] = [
  ['a page', () => strToU8('<!doctype html><script>alert(1)</script>'), 'a.html', 'kind'],
  ['a page called text', () => strToU8('  \n<html><body>'), 'a.txt', 'kind'],
  ['a script within text', () => strToU8('Hello <script src=x></script>'), 'a.txt', 'kind'],
  [
    'a drawing',
    () => strToU8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'a.svg',
    'kind',
  ],
  [
    'a drawing called picture',
    () => strToU8('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    'a.png',
    'kind',
  ],
  ['a program', exe, 'a.exe', 'kind'],
  ['a program called document', exe, 'a.pdf', 'kind'],
  [
    'a program of Linux',
    () => Buffer.concat([Buffer.from('\u007fELF\u0002\u0001', 'latin1'), Buffer.alloc(200)]),
    'a.txt',
    'kind',
  ],
  ['a script of a shell', () => strToU8('#!/bin/sh\nrm -rf /'), 'a.txt', 'kind'],
  ['a script named as one', () => strToU8('Write-Host 1'), 'a.ps1', 'name'],
  ['a document called program', () => pdfFile(), 'invoice.pdf.exe', 'name'],
  ['a document called page', () => pdfFile(), 'a.html', 'name'],
  ['an archive', () => Buffer.from(zip({ 'a.txt': strToU8('a') })), 'a.zip', 'kind'],
  ['an archive called document', () => Buffer.from(zip({ 'a.txt': strToU8('a') })), 'a.docx', 'kind'],
  ['macros in a Word document', () => officeFile('docx', vba), 'a.docx', 'macros'],
  [
    'a document that says it has macros',
    () => officeFile('docx', {}, 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    'a.docm',
    'macros',
  ],
  ['macros of Excel 4', () => officeFile('xlsx', { 'xl/macrosheets/sheet1.xml': strToU8('<a/>') }), 'a.xlsx', 'macros'],
  [
    'a template from elsewhere',
    () =>
      officeFile('docx', {
        'word/_rels/settings.xml.rels': strToU8(
          '<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://evil.example/a.dotm" TargetMode="External"/></Relationships>',
        ),
      }),
    'a.docx',
    'macros',
  ],
  ['a program in a document', () => officeFile('docx', { 'word/embeddings/run.exe': exe() }), 'a.docx', 'kind'],
  ['an archive that unpacks to too much', () => saying(officeFile('docx'), 250 * 1024 * 1024), 'a.docx', 'damaged'],
  ['an archive of too many', () => holding(officeFile('docx'), 6_000), 'a.docx', 'damaged'],
  [
    'an archive that lies about its size',
    () => saying(officeFile('docx', { 'word/a.xml': strToU8('a'.repeat(100_000)) }), 10),
    'a.docx',
    'damaged',
  ],
  [
    'an archive with something behind it',
    () => Buffer.concat([officeFile('docx'), strToU8('%PDF-1.4 %%EOF')]),
    'a.docx',
    'damaged',
  ],
  ['half of a document', () => officeFile('docx').subarray(0, 300), 'a.docx', 'damaged'],
  ['a PDF with an archive behind it', () => Buffer.concat([pdfFile(), officeFile('docx')]), 'a.pdf', 'kind'],
  ['a PDF without its end', () => pdfFile().subarray(0, 60), 'a.pdf', 'damaged'],
  ['a PDF within a page', () => Buffer.concat([strToU8('<html>'), pdfFile()]), 'a.pdf', 'kind'],
  ['half of a picture', async () => (await photo(900, 900).jpeg().toBuffer()).subarray(0, 2_000), 'a.jpg', 'damaged'],
  [
    'a picture of too many pixels',
    () => photo(10_000, 7_000).png({ compressionLevel: 9 }).toBuffer(),
    'a.png',
    'damaged',
  ],
  ['a GIF', () => Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64'), 'a.gif', 'kind'],
  [
    'an old Word document',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_000)]),
    'a.doc',
    'kind',
  ],
  ['zeros', () => new Uint8Array(1_000), 'a.txt', 'kind'],
];

test.each(hostile)('%s is refused, and nothing of it is kept', async (_, bytes, name, why) => {
  const before = await kept();
  const { status, body } = await send(app, ada, await bytes(), name);
  expect([status, body]).toEqual([422, expect.objectContaining({ code: 'file.type_refused', data: { why } })]);
  expect([await rows(), await kept(), await drafts()]).toEqual([[], before, []]);
});

test('a document is no photo', async () => {
  const { status, body } = await send(app, ada, pdfFile(), 'a.pdf', { kind: 'image' });
  expect([status, (body as { code?: string }).code]).toEqual([422, 'file.type_refused']);
});

function zip(entries: Record<string, Uint8Array>) {
  const office = officeFile('docx', entries);
  // Without its list of contents it is any archive.
  return Buffer.from(
    office
      .toString('latin1')
      .replaceAll('[Content_Types].xml', '[Content-Types].xml')
      .replaceAll('word/document.xml', 'what/document.xml'),
    'latin1',
  );
}

/** Its last entry says that it unpacks to so many bytes. */
function saying(office: Buffer, bytes: number): Buffer {
  const at = office.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  office.writeUInt32LE(bytes, at + 24);
  return office;
}

/** Says that it holds so many entries. */
function holding(office: Buffer, entries: number): Buffer {
  const at = office.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  office.writeUInt16LE(entries, at + 10);
  return office;
}
