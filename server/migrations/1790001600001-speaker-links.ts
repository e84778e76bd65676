import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SpeakerLinks implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE speaker_link (
        id uuid NOT NULL DEFAULT uuidv7(),
        speaker_id uuid NOT NULL,
        user_id uuid,
        did text NOT NULL,
        by_user_id uuid,
        at timestamptz NOT NULL,
        CONSTRAINT speaker_link_pk PRIMARY KEY (id),
        CONSTRAINT speaker_link_speaker FOREIGN KEY (speaker_id) REFERENCES speaker (id) ON DELETE CASCADE,
        CONSTRAINT speaker_link_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE SET NULL,
        CONSTRAINT speaker_link_by FOREIGN KEY (by_user_id) REFERENCES app_user (id) ON DELETE SET NULL,
        CONSTRAINT speaker_link_did_known CHECK (did IN ('linked', 'unlinked'))
      )`);
    await db.query(`CREATE INDEX speaker_link_of_speaker ON speaker_link (speaker_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE speaker_link`);
  }
}
