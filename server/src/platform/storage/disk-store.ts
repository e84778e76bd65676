import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { ByteStore } from './byte-store.js';

const isHash = /^[0-9a-f]{64}$/;

/** Bytes on this machine's disk: `kept/ab/abcdef…` by hash, `drafts/` for what is still arriving. */
@Injectable()
export class DiskStore extends ByteStore {
  private readonly kept: string;
  private readonly drafts: string;

  constructor(config: Config) {
    super();
    this.kept = join(config.filesDir, 'kept');
    this.drafts = join(config.filesDir, 'drafts');
  }

  async draft(): Promise<string> {
    await mkdir(this.drafts, { recursive: true });
    return join(this.drafts, randomUUID());
  }

  async put(draft: string, sha256: string): Promise<void> {
    const place = this.place(sha256);
    if (await this.isThere(place)) return utimes(place, new Date(), new Date());
    await mkdir(this.folder(sha256), { recursive: true });
    await flushed(draft);
    await rename(draft, place);
    await flushed(this.folder(sha256));
  }

  async read(sha256: string): Promise<Readable> {
    const file = await open(this.place(sha256));
    return createReadStream('', { fd: file });
  }

  async path(sha256: string): Promise<string> {
    return this.place(sha256);
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.place(sha256), { force: true });
  }

  async *putBefore(instant: Date): AsyncIterable<string[]> {
    for (const folder of await namesIn(this.kept)) {
      const names = (await namesIn(join(this.kept, folder))).filter((name) => isHash.test(name));
      const ages = await Promise.all(names.map((name) => changedAt(this.place(name))));
      const old = names.filter((_, index) => ages[index] && ages[index] < instant);
      if (old.length > 0) yield old;
    }
  }

  async dropDrafts(before: Date): Promise<void> {
    for (const name of await namesIn(this.drafts)) {
      const path = join(this.drafts, name);
      const at = await changedAt(path);
      if (at && at < before) await rm(path, { force: true });
    }
  }

  private folder(sha256: string): string {
    return join(this.kept, sha256.slice(0, 2));
  }

  private place(sha256: string): string {
    if (!isHash.test(sha256)) throw new Error('That is no hash');
    return join(this.folder(sha256), sha256);
  }

  private async isThere(place: string): Promise<boolean> {
    return (await changedAt(place)) !== null;
  }
}

/** Returns once the disk has it: a row that says so is written after this. */
async function flushed(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function changedAt(path: string): Promise<Date | null> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
