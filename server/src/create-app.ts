import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import {
  type Config,
  mountApiDocument,
  mountApiPage,
  mountWeb,
  newHttpAdapter,
  prepareHttp,
  SocketAdapter,
} from './platform/index.js';

/** The application, ready to listen. `root` lets a test add to the modules. */
export async function createApp(
  config: Config,
  root: DynamicModule = AppModule.with(config),
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(root, newHttpAdapter(config), {
    bufferLogs: true,
    abortOnError: false,
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  await prepareHttp(app, config);
  app.useWebSocketAdapter(new SocketAdapter(app, config));
  mountApiDocument(app);
  await mountWeb(app, config);
  await mountApiPage(app, config);
  return app;
}
