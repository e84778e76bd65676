import { inject, Injectable } from '@angular/core';
import type { FileId, FileKind, FileView, MeetingFile, MeetingId } from '@musubi/contracts';
import { Api } from '../../core/api/api';
import { asRefusal } from '../../core/problem/problem';
import { type FileToSend, SEND_FILE } from './send-file';

/** Files: sent, listed, and where they are read. */
@Injectable({ providedIn: 'root' })
export class FilesApi {
  private readonly api = inject(Api);
  private readonly sendFile = inject(SEND_FILE);

  /** @throws Refusal */
  async send(kind: FileKind, one: Omit<FileToSend, 'url'>): Promise<FileView> {
    try {
      return await this.sendFile<FileView>({ ...one, url: this.api.url('/files', { kind }) });
    } catch (error) {
      throw asRefusal(error);
    }
  }

  /** Where a file is read; photos in the width asked for, in pixels. */
  address(fileId: string, width?: 96 | 192 | 480 | 960): string {
    return this.api.url(`/files/${fileId}`, { width });
  }

  ofMeeting(meetingId: MeetingId): Promise<MeetingFile[]> {
    return this.api.get(`/meetings/${meetingId}/files`, {}, { fresh: true });
  }

  /** For everybody of the meeting. */
  bring(meetingId: MeetingId, fileIds: readonly FileId[]): Promise<MeetingFile[]> {
    return this.api.post(`/meetings/${meetingId}/files`, { fileIds });
  }
}
