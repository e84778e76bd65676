import { AngularNodeAppEngine, createNodeRequestHandler, writeResponseToNodeResponse } from '@angular/ssr/node';
import { normaliseBasePath, type RenderContext } from './app/core/api/render-context';

/** Renders pages for the public names of one instance. */
type Render = (request: Request, context: RenderContext) => Promise<Response | null>;

/**
 * What renders pages. The engine is made in here because the manifest of the client's routes and files lies in this bundle;
 * the server imports it and answers every address that is neither API nor file with it.
 * @param allowedHosts host names that a page may be asked for by
 */
export function renderer(allowedHosts: readonly string[]): Render {
  const engine = new AngularNodeAppEngine({ allowedHosts: [...allowedHosts], trustProxyHeaders: false });
  return (request, context) => render(engine, request, context);
}

/**
 * Renders a page. `request` has the public address, base path included; what comes back is written for that base path:
 * base href, links and redirects. Scripts and styles ask for the nonce `__CSP_NONCE__`, to be replaced per answer.
 * @returns null where there is no such page
 */
async function render(
  engine: AngularNodeAppEngine,
  request: Request,
  context: RenderContext,
): Promise<Response | null> {
  const basePath = normaliseBasePath(context.basePath);
  const url = new URL(request.url);
  if (basePath !== '/') {
    if (`${url.pathname}/` === basePath) url.pathname = '/';
    else if (url.pathname.startsWith(basePath)) url.pathname = url.pathname.slice(basePath.length - 1);
    else return null;
  }
  const answer = await engine.handle(new Request(url, { method: request.method, headers: request.headers }), context);
  if (!answer) return null;
  const headers = new Headers(answer.headers);
  const location = headers.get('location');
  if (location?.startsWith('/') && basePath !== '/') headers.set('location', basePath + location.slice(1));
  if (!headers.get('content-type')?.startsWith('text/html')) {
    return new Response(answer.body, { status: answer.status, headers });
  }
  headers.delete('content-length');
  headers.delete('etag');
  const html = (await answer.text()).replace('<base href="/"', `<base href="${basePath}"`);
  return new Response(html, { status: answer.status, headers });
}

let engineOfServe: AngularNodeAppEngine | undefined;

/** Only for `ng serve`; there is no API behind it. */
export const reqHandler = createNodeRequestHandler(async (req, res, next) => {
  try {
    engineOfServe ??= new AngularNodeAppEngine({ allowedHosts: ['localhost', '127.0.0.1'], trustProxyHeaders: false });
    const answer = await engineOfServe.handle(req, {
      api: () => Promise.resolve({ status: 503, headers: {}, body: '{"code":"unavailable"}' }),
    } satisfies RenderContext);
    if (answer) await writeResponseToNodeResponse(answer, res);
    else next();
  } catch (error) {
    next(error);
  }
});
