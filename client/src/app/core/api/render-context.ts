/** What the server hands over for one rendering; the browser has none. */
export interface RenderContext {
  /** Calls the API inside the process, without a socket. `path` starts with `/api/`, without the base path. */
  api(path: string, init: { method: string; headers: Record<string, string>; body?: string }): Promise<ApiAnswer>;
  /** Path the product is served under, `/` when left out. */
  basePath?: string;
}

export interface ApiAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** `/`, `/musubi/`: always with a slash at both ends. */
export function normaliseBasePath(path: string | undefined): string {
  const inner = (path ?? '').replace(/^\/+|\/+$/g, '');
  return inner ? `/${inner}/` : '/';
}
