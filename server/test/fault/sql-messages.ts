export interface Message {
  /** The letter that says what it is; empty of the first message of a connection, which has none. */
  type: string;
  /** All of it, as it is passed on. */
  bytes: Buffer;
}

/** Cuts a stream of PostgreSQL's protocol (version 3) into its messages, however the network cut it. */
export class MessageReader {
  private rest: Buffer = Buffer.alloc(0);
  private first: boolean;

  constructor(start: 'begins without a type' | 'every one has a type') {
    this.first = start === 'begins without a type';
  }

  read(bytes: Buffer): Message[] {
    this.rest = Buffer.concat([this.rest, bytes]);
    const messages: Message[] = [];
    for (;;) {
      const typed = this.first ? 0 : 1;
      if (this.rest.length < typed + 4) return messages;
      const length = typed + this.rest.readUInt32BE(typed);
      if (this.rest.length < length) return messages;
      const whole = this.rest.subarray(0, length);
      messages.push({ type: typed ? whole.toString('latin1', 0, 1) : '', bytes: whole });
      this.rest = this.rest.subarray(length);
      this.first = false;
    }
  }
}
