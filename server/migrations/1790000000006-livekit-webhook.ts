import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LiveKitWebhook implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE livekit_webhook (
        id text NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT livekit_webhook_pk PRIMARY KEY (id)
      )`);
    await db.query('CREATE INDEX livekit_webhook_received_at ON livekit_webhook (received_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE livekit_webhook');
  }
}
