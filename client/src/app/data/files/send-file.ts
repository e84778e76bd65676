import { HttpErrorResponse } from '@angular/common/http';
import { InjectionToken } from '@angular/core';

export interface FileToSend {
  url: string;
  /** The idempotency key: the same when it is sent again because nobody answered. */
  key: string;
  file: File;
  /** How much has left, from 0 to 1. */
  progress: (part: number) => void;
  cancel: AbortSignal;
}

/** Sends a file as a form does and reads the answer. `fetch` cannot say how much has left, so this is the older way. */
export type SendFile = <T>(one: FileToSend) => Promise<T>;

export const SEND_FILE = new InjectionToken<SendFile>('SEND_FILE', { providedIn: 'root', factory: () => sendFile });

const sendFile: SendFile = <T>({ url, key, file, progress, cancel }: FileToSend) =>
  new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const failed = () => reject(new HttpErrorResponse({ status: 0 }));
    request.open('POST', url);
    request.setRequestHeader('idempotency-key', key);
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { status, responseText } = request;
      if (status < 400) resolve(JSON.parse(responseText) as T);
      else reject(new HttpErrorResponse({ status, error: responseText }));
    };
    request.onerror = failed;
    request.ontimeout = failed;
    cancel.addEventListener('abort', () => {
      request.abort();
      reject(cancel.reason as Error);
    });
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
