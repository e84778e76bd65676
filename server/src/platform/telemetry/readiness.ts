import { Injectable } from '@nestjs/common';

/** Whether this process wants new requests. Goes off first when it is told to end. */
@Injectable()
export class Readiness {
  private open = false;

  get isOpen(): boolean {
    return this.open;
  }

  opened(): void {
    this.open = true;
  }

  closing(): void {
    this.open = false;
  }
}
