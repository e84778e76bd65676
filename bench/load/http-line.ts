import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

export interface LineAnswer {
  status: number;
  text: string;
  /** Milliseconds from sending to the last byte. */
  ms: number;
}

/** One keep-alive connection, as a browser's would be: one request at a time. */
export class HttpLine {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  private readonly port: number;

  constructor(port: number) {
    this.port = port;
  }

  /** @param key of the command; a new one where none is given */
  post(path: string, body: object, cookie: string, key?: string): Promise<LineAnswer> {
    return this.send('POST', path, cookie, body, key);
  }

  put(path: string, body: object, cookie: string): Promise<LineAnswer> {
    return this.send('PUT', path, cookie, body);
  }

  get(path: string, cookie: string): Promise<LineAnswer> {
    return this.send('GET', path, cookie, null);
  }

  close(): void {
    this.agent.destroy();
  }

  private send(
    method: string,
    path: string,
    cookie: string,
    body: object | null,
    key: string = randomUUID(),
  ): Promise<LineAnswer> {
    const payload = body === null ? null : JSON.stringify(body);
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.agent,
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          headers: {
            cookie,
            ...(payload === null
              ? {}
              : {
                  origin: `http://127.0.0.1:${this.port}`,
                  'idempotency-key': key,
                  'content-type': 'application/json',
                  'content-length': Buffer.byteLength(payload),
                }),
          },
        },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (part: string) => (text += part));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, ms: performance.now() - began }));
          answer.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(payload ?? undefined);
    });
  }
}
