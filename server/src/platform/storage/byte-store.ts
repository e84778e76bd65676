import type { Readable } from 'node:stream';

/** Where bytes are kept, by the SHA-256 of their content in hex: on a disk, or with somebody who keeps objects. */
export abstract class ByteStore {
  /** A path of a new file of this process, on the same disk where that helps; gone once it is put or thrown away. */
  abstract draft(): Promise<string>;

  /** Keeps a draft under its hash, whole or not at all; the same bytes twice are kept once. */
  abstract put(draft: string, sha256: string): Promise<void>;

  /** @throws where there are none */
  abstract read(sha256: string): Promise<Readable>;

  /** A path to read from, for libraries that want one. */
  abstract path(sha256: string): Promise<string>;

  abstract remove(sha256: string): Promise<void>;

  /** Hashes of what was put before an instant of real time, in batches. */
  abstract putBefore(instant: Date): AsyncIterable<string[]>;

  /** Throws away drafts that nobody has put since an instant of real time. */
  abstract dropDrafts(before: Date): Promise<void>;
}
