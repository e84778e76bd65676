import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import type { Config } from '../config/config.js';

const largestMessageBytes = 16_384;

/** socket.io as this instance allows it: websocket only, small messages, our own pages only. */
export class SocketAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly config: Config,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    return super.createIOServer(port, {
      ...options,
      path: `${this.config.basePath}ws/`,
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: largestMessageBytes,
      pingInterval: 20_000,
      pingTimeout: 20_000,
      allowRequest: ({ headers }, answer) => {
        const own = headers.origin !== undefined && this.config.origins.includes(headers.origin);
        answer(own ? null : 'request.foreign_origin', own);
      },
    } as ServerOptions);
  }
}
