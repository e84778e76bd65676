import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

/** Whether this process wants new requests. Goes off first when it is told to end. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private state: 'starting' | 'open' | 'closing' = 'starting';

  get isOpen(): boolean {
    return this.state === 'open';
  }

  /** Answers from now on are the last of their connection: a connection kept alive would hold up the end. */
  get isClosing(): boolean {
    return this.state === 'closing';
  }

  opened(): void {
    this.state = 'open';
  }

  closing(): void {
    this.state = 'closing';
  }

  beforeApplicationShutdown(): void {
    this.closing();
  }
}
