import { HttpClient } from '@angular/common/http';
import { inject, Injectable, InjectionToken } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Behalf, type Principal } from '../login/behalf';
import { asRefusal, type Refusal } from '../problem/problem';
import { Attempts } from './attempts';
import { BASE_PATH } from './base-path';

type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Pauses before a command is sent again because nobody answered, in milliseconds. */
export const RETRY_PAUSES = new InjectionToken<readonly number[]>('RETRY_PAUSES', {
  providedIn: 'root',
  factory: () => [400, 1200],
});

/**
 * The one way to the API. Reads: `httpResource(() => api.url('/events'))` or `get`. Commands carry an idempotency key that
 * is kept while the answer is unknown: a double click, an automatic retry and a later "Send again" are one command.
 * Everything fails as a `Refusal`.
 */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);
  private readonly basePath = inject(BASE_PATH);
  private readonly pauses = inject(RETRY_PAUSES);
  private readonly behalf = inject(Behalf);
  private readonly attempts = new Attempts();

  /** `/events` → `/api/events` under the base path; empty and missing query values are left out. */
  url(path: string, query: Query = {}): string {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== null && one !== undefined && one !== '') params.append(name, String(one));
      }
    }
    const search = params.toString();
    return `${this.basePath}api${path}${search ? `?${search}` : ''}`;
  }

  /** @param fresh never answered from what the server rendered */
  async get<T>(path: string, query: Query = {}, { fresh = false }: { fresh?: boolean } = {}): Promise<T> {
    const headers = this.behalf.headers(path);
    try {
      const options = fresh ? { headers, transferCache: false } : { headers };
      return await firstValueFrom(this.http.get<T>(this.url(path, query), options));
    } catch (error) {
      throw this.refusal(error, headers);
    }
  }

  /** @param principal for whom the command was given, where it is sent later than that */
  post<T>(path: string, body: unknown = {}, principal?: Principal | null): Promise<T> {
    return this.command<T>('POST', path, body, principal);
  }

  /** @param principal as for {@link post} */
  put<T>(path: string, body: unknown = {}, principal?: Principal | null): Promise<T> {
    return this.command<T>('PUT', path, body, principal);
  }

  patch<T>(path: string, body: unknown = {}): Promise<T> {
    return this.command<T>('PATCH', path, body);
  }

  delete<T = void>(path: string, body?: unknown): Promise<T> {
    return this.command<T>('DELETE', path, body);
  }

  private command<T>(method: Method, path: string, body: unknown, principal?: Principal | null): Promise<T> {
    const headers = this.behalf.headers(path, principal);
    return this.attempts.run(
      `${method} ${path} ${JSON.stringify([headers, body ?? null])}`,
      (key) => this.send<T>(method, path, body, { ...headers, 'idempotency-key': key }),
      (error) => asRefusal(error).status !== 0 && asRefusal(error).status < 500,
    );
  }

  /** Whoever may act for somebody no longer acts for themselves again. */
  private refusal(error: unknown, headers: Record<string, string>): Refusal {
    const refusal = asRefusal(error);
    const acting = this.behalf.of()?.participantId;
    if (refusal.code === 'assistant.not_yours' && headers['on-behalf-of'] === acting) this.behalf.choose(null);
    return refusal;
  }

  private async send<T>(method: Method, path: string, body: unknown, headers: Record<string, string>): Promise<T> {
    for (const pause of [...this.pauses, null]) {
      try {
        return await firstValueFrom(this.http.request<T>(method, this.url(path), { body, headers }));
      } catch (error) {
        const refusal = this.refusal(error, headers);
        // Only silence is worth asking again at once: an answer with a code is an answer.
        if (
          pause === null ||
          !['offline', 'unreadable'].includes(refusal.code) ||
          (refusal.status && refusal.status < 502)
        ) {
          throw refusal;
        }
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    throw new Error('unreachable');
  }
}
