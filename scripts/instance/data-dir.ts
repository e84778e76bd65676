import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessMark } from './processes.ts';

/** What an instance must remember from one start to the next. */
export interface InstanceRecord {
  /** Random, kept for the life of the folder; readable by its owner only. */
  secrets: { database: string; livekitKey: string; livekitSecret: string };
  ports: Record<string, number>;
  /** Where the cluster lies when it cannot lie in this folder. */
  clusterElsewhere: string | null;
  launcher: ProcessMark | null;
  processes: ProcessMark[];
}

/** The folder of one instance: cluster, logs, and the record of ports, secrets and running processes. */
export class DataDir {
  readonly path: string;
  readonly record: InstanceRecord;

  constructor(path: string) {
    this.path = path;
    // Others may pass through, so that the database's user reaches the cluster; the record itself is private.
    mkdirSync(this.logs, { recursive: true, mode: 0o755 });
    this.record = this.#read() ?? {
      secrets: {
        database: secret(),
        livekitKey: `musubi${randomBytes(6).toString('hex')}`,
        livekitSecret: secret(),
      },
      ports: {},
      clusterElsewhere: null,
      launcher: null,
      processes: [],
    };
    this.save();
  }

  get logs(): string {
    return join(this.path, 'logs');
  }

  logFile(name: string): string {
    return join(this.logs, `${name}.log`);
  }

  save(): void {
    const draft = `${this.#file}.new`;
    writeFileSync(draft, `${JSON.stringify(this.record, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, this.#file);
  }

  remember(mark: ProcessMark): void {
    this.record.processes.push(mark);
    this.save();
  }

  forget(mark: ProcessMark): void {
    this.record.processes = this.record.processes.filter((one) => one.pid !== mark.pid);
    this.save();
  }

  get #file(): string {
    return join(this.path, 'instance.json');
  }

  #read(): InstanceRecord | null {
    if (!existsSync(this.#file)) return null;
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as InstanceRecord;
    } catch {
      throw new Error(`${this.#file} cannot be read; mend it, or remove ${this.path} to begin anew`);
    }
  }
}

const secret = (): string => randomBytes(32).toString('hex');
