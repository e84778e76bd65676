import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from './config.js';

const keyBytes = 32;

/** The instance's own secret: given as INSTANCE_KEY, else made once and kept in the data folder, readable by its owner only. */
@Injectable()
export class InstanceKey {
  private key: Buffer | undefined;

  constructor(private readonly config: Config) {}

  /** Whether it has been given or made; asking makes none. */
  isThere(): boolean {
    return this.config.instanceKey !== undefined || existsSync(fileIn(this.config.dataDir));
  }

  /** A key of 32 bytes for one purpose; knowing it tells nothing about the others. */
  derive(purpose: string): Buffer {
    this.key ??= this.config.instanceKey ? Buffer.from(this.config.instanceKey, 'base64') : keptIn(this.config.dataDir);
    return Buffer.from(hkdfSync('sha256', this.key, 'musubi', purpose, keyBytes));
  }
}

const fileIn = (folder: string): string => join(folder, 'instance.key');

function keptIn(folder: string): Buffer {
  const file = fileIn(folder);
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, randomBytes(keyBytes).toString('base64'), { mode: 0o600, flag: 'wx' });
    // A link never replaces what another process made in the same moment.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length !== keyBytes) throw new Error(`${file} is not a key of ${keyBytes} bytes`);
  return key;
}
