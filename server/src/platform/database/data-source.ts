import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { Config } from '../config/config.js';
import { SparingClient } from './sparing-client.js';
import { SnakeNaming } from './snake-naming.js';

/** The one data source. The schema is made by migrations, never synchronised. */
export function dataSourceOptions(config: Config): TypeOrmModuleOptions {
  return {
    type: 'postgres',
    url: config.databaseUrl,
    poolSize: config.databasePool,
    // Whoever waits longer for a connection is refused, and may try again; two that wait for each other are parted.
    connectTimeoutMS: config.databaseWaitSeconds * 1_000,
    namingStrategy: new SnakeNaming(),
    autoLoadEntities: true,
    synchronize: false,
    logging: false,
    retryAttempts: 1,
    applicationName: 'musubi',
    extra: {
      Client: SparingClient,
      keepAlive: true,
      idle_in_transaction_session_timeout: 30_000,
      statement_timeout: 30_000,
    },
  };
}
