import type { MigrationInterface, QueryRunner } from 'typeorm';

const title = { en: 'Ask me what came of my meetings', ja: '面談後の状況についての照会' };
const text = {
  en: 'After each meeting, a short form on these pages. You can correct what you said at any time.',
  ja: '面談ごとに、その後の成果を本サイトでおうかがいします。ご記入内容はいつでも訂正できます。',
};

/** The text about follow-up says what is done; the one before it promised questions at set times. */
export class FollowUpConsentText implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`INSERT INTO consent_text (purpose, version, title, text) VALUES ('follow-up', 2, $1, $2)`, [
      title,
      text,
    ]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM consent WHERE purpose = 'follow-up' AND version = 2`);
    await db.query(`DELETE FROM consent_text WHERE purpose = 'follow-up' AND version = 2`);
  }
}
