import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';

/** Something that refers to files, and says who may read them. */
export interface FileUse {
  /** Table and column that refer to `stored_file`. */
  table: string;
  column: string;
  /** Which of these files this person may read because of it; null: somebody who is not signed in. */
  readable(em: EntityManager, actor: Actor | null, fileId: string): Promise<boolean>;
}

/** Who refers to files: each module names its own. A file that nobody named lets read is read by nobody. */
@Injectable()
export class FileUses {
  private readonly uses: FileUse[] = [];

  register(use: FileUse): void {
    if (this.uses.some(({ table, column }) => table === use.table && column === use.column))
      throw new Error(`${use.table}.${use.column} is registered twice`);
    this.uses.push(use);
  }

  /** Whether anything that refers to the file lets this person read it. */
  async mayRead(em: EntityManager, actor: Actor | null, fileId: string): Promise<boolean> {
    for (const use of this.uses) if (await use.readable(em, actor, fileId)) return true;
    return false;
  }

  /** A condition that holds where nothing refers to the row of `stored_file`. */
  unused(): string {
    const none = this.uses.map(
      ({ table, column }) => `NOT EXISTS (SELECT FROM ${table} WHERE ${table}.${column} = stored_file.id)`,
    );
    return none.join(' AND ') || 'true';
  }
}
