import { HttpErrorResponse, HttpHeaders, HttpResponse } from '@angular/common/http';
import type { HttpBackend, HttpEvent, HttpRequest } from '@angular/common/http';
import { inject, Injectable, REQUEST_CONTEXT } from '@angular/core';
import { from, type Observable, switchMap, throwError, of } from 'rxjs';
import { BASE_PATH } from './base-path';
import type { RenderContext } from './render-context';

/** While a page is rendered on the server, its API calls stay inside the process: no socket, no foreign host. */
@Injectable()
export class InProcessBackend implements HttpBackend {
  private readonly context = inject(REQUEST_CONTEXT, { optional: true }) as RenderContext | null;
  private readonly basePath = inject(BASE_PATH);

  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    // Angular makes addresses absolute while it renders; only their path counts here.
    const address = request.urlWithParams.replace(/^https?:\/\/[^/]+/, '');
    const path = address.startsWith(this.basePath) ? address.slice(this.basePath.length - 1) : '';
    const { context } = this;
    if (!context?.api || !path.startsWith('/api/')) {
      return throwError(() => new HttpErrorResponse({ status: 0, statusText: 'not an API path', url: request.url }));
    }
    const headers = Object.fromEntries(request.headers.keys().map((name) => [name, request.headers.get(name) ?? '']));
    return from(context.api(path, { method: request.method, headers })).pipe(
      switchMap((answer) => {
        // Rendered without cookies, so every answer is public: it may travel with the page instead of being asked for again.
        const headers = new HttpHeaders(answer.headers).delete('cache-control');
        const init = { status: answer.status, headers, url: request.urlWithParams };
        const body: unknown = parse(answer.body);
        return answer.status >= 200 && answer.status < 300
          ? of(new HttpResponse({ ...init, body }))
          : throwError(() => new HttpErrorResponse({ ...init, error: body }));
      }),
    );
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
