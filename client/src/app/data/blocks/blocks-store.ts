import { inject, Injectable } from '@angular/core';
import type { BlockedPerson, UserId } from '@musubi/contracts';
import { Reading } from '../reading';
import { BlocksApi } from './blocks-api';

/** Whom I have blocked, wherever it is asked. */
@Injectable({ providedIn: 'root' })
export class BlocksStore {
  private readonly api = inject(BlocksApi);
  private readonly read = new Reading<BlockedPerson[]>(() => this.api.mine());

  readonly blocked = this.read.value;
  readonly failed = this.read.failed;

  /** Reads anew: another device may have changed it. */
  refresh(): Promise<void> {
    return this.read.refresh();
  }

  has(userId: UserId): boolean {
    return (this.blocked() ?? []).some((one) => one.userId === userId);
  }

  async block(userId: UserId): Promise<void> {
    await this.api.block(userId);
    await this.read.refresh();
  }

  async unblock(userId: UserId): Promise<void> {
    await this.api.unblock(userId);
    await this.read.refresh();
  }
}
