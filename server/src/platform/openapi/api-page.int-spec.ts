import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../../../test/start-app.js';

describe.each(['/', '/events/'])('the API page under %s', (base) => {
  let app: TestApp;
  let html: string;
  let policy: string;
  beforeAll(async () => {
    app = await startApp({ env: { BASE_PATH: base } });
    const response = await fetch(`${app.origin}${base}docs`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    html = await response.text();
    policy = response.headers.get('content-security-policy')!;
  });
  afterAll(() => app.close());

  const addresses = () => [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);

  test('allows nothing from elsewhere, and scripts and styles in the page by nonce alone', () => {
    expect(policy).toMatch(/default-src 'self';.*script-src 'self' 'nonce-[^']+';.*frame-ancestors 'none'/);
    expect(policy).not.toMatch(/unsafe|https?:/);
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
    const inPage = [...html.matchAll(/<(?:script|style)(?![^>]* src=)([^>]*)>/g)].map(([, attributes]) =>
      attributes!.trim(),
    );
    expect(inPage).toEqual([`nonce="${nonce}"`, `nonce="${nonce}"`]);
    expect(html).not.toMatch(/https?:\/\/| style=| on\w+="/);
  });

  test('loads all that it names, and nothing else of the package is served', async () => {
    expect(addresses()).toHaveLength(3);
    for (const address of addresses()) {
      const file = await fetch(app.origin + address);
      expect([address, file.status, (await file.arrayBuffer()).byteLength > 500]).toEqual([address, 200, true]);
    }
    for (const other of ['package.json', 'index.html', '..%2fpackage.json', 'swagger-ui-bundle.js.map']) {
      expect([other, (await app.http().get(`${base}docs/${other}`)).status]).toEqual([other, 404]);
    }
  });

  test('reads the document, which knows the prefix', async () => {
    const address = /url: '([^']+)'/.exec(html)![1]!;
    expect(address).toBe(`${base}api/openapi.json`);
    const { body } = await app.http().get(address);
    expect(body.servers).toEqual([{ url: base === '/' ? '/' : '/events' }]);
  });
});
