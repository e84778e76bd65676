/**
 * profile import: many profiles from one CSV file
 *   GET  /api/organise/profile-imports/template.csv?lang=   organisers of all → 200 text/csv
 *   POST /api/organise/profile-imports                      organisers of all  ProfileImport → 200 ProfileImportReport (a preview, or what was done; one transaction)
 */
import { z } from 'zod';
import { LangCode } from '../common.ts';
import { OrganisationId } from '../ids.ts';
import { importBytesAtMost } from '../limits.ts';

export const ProfileImport = z.strictObject({
  /** The file as it is, in base64: UTF-8 with or without its mark, or Shift_JIS (CP932). */
  file: z.base64().max(Math.ceil(importBytesAtMost / 3) * 4),
  /** Says what would happen, and changes nothing. */
  dryRun: z.boolean(),
});
export type ProfileImport = z.infer<typeof ProfileImport>;

export const ImportTemplateQuery = z.strictObject({ lang: LangCode.default('en') });
export type ImportTemplateQuery = z.infer<typeof ImportTemplateQuery>;

export const profileImportProblems = [
  'missing',
  'unknown_value',
  'too_long',
  'not_a_region',
  'not_a_website',
  'not_latin',
  'not_kana',
  'formula',
  'twice',
  'control_characters',
  'column_unknown',
  'column_missing',
  'columns_differ',
  'archived',
  'too_short',
] as const;
export type ProfileImportProblem = (typeof profileImportProblems)[number];

export const ProfileImportError = z.object({
  /** Of the file, the headings being the first. */
  line: z.int(),
  column: z.string().nullable(),
  problem: z.enum(profileImportProblems),
  /** What stands there, shortened. */
  found: z.string().nullable(),
});
export type ProfileImportError = z.infer<typeof ProfileImportError>;

export const ProfileImportRow = z.object({
  line: z.int(),
  name: z.string(),
  /** `same`: nothing to do. */
  will: z.enum(['new', 'update', 'same', 'error']),
  organisationId: OrganisationId.nullable(),
});
export type ProfileImportRow = z.infer<typeof ProfileImportRow>;

export const ProfileImportReport = z.object({
  /** False for a preview, and where a row was wrong: then nothing was done. */
  done: z.boolean(),
  encoding: z.enum(['utf-8', 'shift_jis']),
  separator: z.enum([',', ';', 'tab']),
  counts: z.object({ new: z.int(), update: z.int(), same: z.int(), error: z.int() }),
  rows: z.array(ProfileImportRow),
  errors: z.array(ProfileImportError),
});
export type ProfileImportReport = z.infer<typeof ProfileImportReport>;
