import { inject, Injectable } from '@angular/core';
import { DRAFT_SHELF } from '../../../core/drafts/draft-shelf';
import { Login } from '../../../core/login/login';
import type { NotesShelf } from './notes-line';

/** Notes that have not reached the server, beside the drafts on this device: at the sign-out all of it is forgotten. */
@Injectable({ providedIn: 'root' })
export class DeviceShelf {
  private readonly shelf = inject(DRAFT_SHELF);
  private readonly login = inject(Login);

  of(meetingId: string): NotesShelf {
    // Not as a draft's key, which begins with the person: drafts are sent by themselves.
    const key = `notes/${this.login.me()?.userId ?? ''}/${meetingId}`;
    return {
      load: async () => ((await this.shelf.get(key)) as Uint8Array[] | undefined) ?? [],
      keep: async (updates) => (updates.length > 0 ? this.shelf.set(key, updates) : this.shelf.remove(key)),
    };
  }
}
