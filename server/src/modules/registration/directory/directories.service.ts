import { Injectable } from '@nestjs/common';
import type { DirectoryFacets, DirectoryFilter, Lang } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { topicLabels } from '../../profiles/index.js';
import { readCursor, writeCursor } from './cursor.js';
import { directoryGroups, directoryQuery, type Unit } from './directory-query.js';
import { placesNamed } from './place-names.js';

/** Rows of one page. */
export const pageSize = 40;

export interface DirectoryQuestion {
  eventId: string;
  viewer: { userId: string; lang: Lang };
  unit: Unit;
  filter: DirectoryFilter;
  /** Participants with whom this person is in touch. */
  met: ReadonlySet<string>;
  /** `next` of the page before. */
  after: string | undefined;
}

export interface DirectoryAnswer {
  /** Participant or organisation ids, in order. */
  ids: string[];
  total: number;
  similar: boolean;
  /** Words, folded, that misspelt ones were taken for, the most alike first. */
  spelt: string[];
  next: string | null;
  facets: DirectoryFacets;
}

interface Row {
  page: { id: string; key: string }[];
  total: number;
  notMet: number;
  similar: boolean;
  spelt: string[];
  facets: { facet: Exclude<keyof DirectoryFacets, 'notMet'>; value: string; count: number }[];
}

/** Finds people and organisations of an event in one statement. Whether somebody may be found at all: see {@link findableBy}. */
@Injectable()
export class Directories {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError `request.invalid` for a page that was never given out */
  async ask({ eventId, viewer, unit, filter, met, after }: DirectoryQuestion): Promise<DirectoryAnswer> {
    const from = after === undefined ? null : readCursor(after);
    const { q, notMet } = filter;
    const [row] = (await this.dataSource.query(directoryQuery(unit, viewer.lang, q !== ''), [
      ...[eventId, viewer.userId, [...met], ...directoryGroups.map(({ name }) => filter[name])],
      ...[notMet, from?.key ?? null, from?.id ?? null, pageSize + 1],
      ...(q === '' ? [] : [q, topicLabels, placesNamed(q)]),
    ])) as [Row];
    const page = row.page.slice(0, pageSize);
    return {
      ids: page.map(({ id }) => id),
      total: row.total,
      similar: row.similar,
      spelt: row.spelt,
      next: row.page.length > pageSize ? writeCursor(page.at(-1)!) : null,
      facets: { ...facetsOf(row.facets), notMet: row.notMet },
    };
  }
}

function facetsOf(rows: Row['facets']): Omit<DirectoryFacets, 'notMet'> {
  const of = (wanted: string) =>
    rows.filter(({ facet }) => facet === wanted).map(({ value, count }) => ({ value, count }));
  return Object.fromEntries(directoryGroups.map(({ name }) => [name, of(name)])) as Omit<DirectoryFacets, 'notMet'>;
}
