import { inject, Injectable } from '@angular/core';
import type { BlockedPerson, UserId } from '@musubi/contracts';
import { Api } from '../../core/api/api';

/** Whom I want nothing to do with; they are not told. */
@Injectable({ providedIn: 'root' })
export class BlocksApi {
  private readonly api = inject(Api);

  mine(): Promise<BlockedPerson[]> {
    return this.api.get('/me/blocks', {}, { fresh: true });
  }

  block(userId: UserId): Promise<void> {
    return this.api.put(`/me/blocks/${userId}`, {});
  }

  unblock(userId: UserId): Promise<void> {
    return this.api.delete(`/me/blocks/${userId}`);
  }
}
