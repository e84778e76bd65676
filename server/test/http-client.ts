import { randomUUID } from 'node:crypto';

/** What came back, with the body read. */
export interface Answer<T = any> {
  status: number;
  headers: Headers;
  body: T;
}

export interface RequestOptions {
  /** The command's key; a fresh one when left out. */
  key?: string;
  headers?: Record<string, string>;
}

/** What came back, as those who look at every answer are told. */
export interface Received {
  method: string;
  path: string;
  status: number;
  type: string;
  body: unknown;
}

const isReady = (body: unknown): body is string | FormData => typeof body === 'string' || body instanceof FormData;

/** HTTP as a browser of this site sends it: cookie, origin, and a key with every command. */
export class HttpClient {
  constructor(
    private readonly origin: string,
    private cookie: string | null,
    private readonly look: (received: Received) => void = () => undefined,
  ) {}

  get<T = any>(path: string, options?: RequestOptions): Promise<Answer<T>> {
    return this.send('GET', path, undefined, options);
  }

  post<T = any>(path: string, body: unknown = {}, options?: RequestOptions): Promise<Answer<T>> {
    return this.send('POST', path, body, options);
  }

  put<T = any>(path: string, body: unknown = {}, options?: RequestOptions): Promise<Answer<T>> {
    return this.send('PUT', path, body, options);
  }

  patch<T = any>(path: string, body: unknown = {}, options?: RequestOptions): Promise<Answer<T>> {
    return this.send('PATCH', path, body, options);
  }

  delete<T = any>(path: string, options?: RequestOptions): Promise<Answer<T>> {
    return this.send('DELETE', path, undefined, options);
  }

  /** Cookies that the server set stay, as in a browser. */
  get cookies(): string {
    return this.cookie ?? '';
  }

  private async send<T>(
    method: string,
    path: string,
    body: unknown,
    { key, headers }: RequestOptions = {},
  ): Promise<Answer<T>> {
    const response = await fetch(this.origin + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(method === 'GET' ? {} : { origin: this.origin, 'idempotency-key': key ?? randomUUID() }),
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isReady(body) ? body : JSON.stringify(body) }),
    });
    this.keep(response.headers.getSetCookie());
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const read = (type.includes('json') && text ? JSON.parse(text) : text) as T;
    this.look({ method, path, status: response.status, type, body: read });
    return { status: response.status, headers: response.headers, body: read };
  }

  private keep(setCookies: readonly string[]): void {
    const jar = new Map(
      (this.cookie ?? '')
        .split('; ')
        .filter(Boolean)
        .map((pair) => [pair.split('=')[0]!, pair]),
    );
    for (const cookie of setCookies) {
      const pair = cookie.split(';')[0]!;
      const name = pair.split('=')[0]!;
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) jar.delete(name);
      else jar.set(name, pair);
    }
    this.cookie = jar.size > 0 ? [...jar.values()].join('; ') : null;
  }
}
