import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first version of what people are asked. A later wording is a new row of a new version, never a change of these. */
const texts = [
  {
    purpose: 'directory',
    title: { en: 'Who finds you in the directory', ja: '参加者名簿への掲載' },
    text: {
      en: 'Your name, title, organisation and languages, never your address. Whoever finds you may ask you for a meeting.',
      ja: 'お名前、役職、所属機関、使用言語を掲載します。メールアドレスは掲載しません。名簿をご覧になった方は、面談を申し込むことができます。',
    },
  },
  {
    purpose: 'contact-sharing',
    title: { en: 'Share my contact data with people I meet', ja: '面談相手への連絡先の提供' },
    text: { en: 'Only after both of you exchange cards.', ja: '双方が名刺を交換した場合に限ります。' },
  },
  {
    purpose: 'recording',
    title: { en: 'I may be seen and heard in recordings', ja: '録画・録音への同意' },
    text: {
      en: 'Sessions only, never meetings. Kept until the end of the following fiscal year.',
      ja: '対象はセッションのみで、面談は録画しません。翌年度末まで保存します。',
    },
  },
  {
    purpose: 'follow-up',
    title: { en: 'Ask me what came of my meetings', ja: '面談後の状況についての照会' },
    text: {
      en: 'Four short questions: after two weeks, three, six and twelve months.',
      ja: '2週間後、3か月後、6か月後、12か月後に、短いご質問をお送りします。',
    },
  },
  {
    purpose: 'newsletter',
    title: { en: 'Send me the newsletter', ja: 'ニュースレターの配信' },
    text: { en: 'Once a quarter, in English or Japanese.', ja: '四半期に一度、日本語または英語でお届けします。' },
  },
];

export class Consents implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE consent_text (
        purpose text NOT NULL,
        version integer NOT NULL,
        title jsonb NOT NULL,
        text jsonb NOT NULL,
        CONSTRAINT consent_text_pk PRIMARY KEY (purpose, version),
        CONSTRAINT consent_text_version_counts CHECK (version > 0)
      )`);
    for (const { purpose, title, text } of texts) {
      await db.query(`INSERT INTO consent_text (purpose, version, title, text) VALUES ($1, 1, $2, $3)`, [
        purpose,
        title,
        text,
      ]);
    }
    await db.query(`
      CREATE TABLE consent (
        id uuid NOT NULL DEFAULT uuidv7(),
        registration_id uuid NOT NULL,
        purpose text NOT NULL,
        version integer NOT NULL,
        lang text NOT NULL,
        given boolean NOT NULL,
        directory text,
        at timestamptz NOT NULL DEFAULT domain_now(),
        CONSTRAINT consent_pk PRIMARY KEY (id),
        CONSTRAINT consent_registration FOREIGN KEY (registration_id) REFERENCES registration (id) ON DELETE CASCADE,
        CONSTRAINT consent_of_text FOREIGN KEY (purpose, version) REFERENCES consent_text (purpose, version)
      )`);
    await db.query(`CREATE INDEX consent_of_registration ON consent (registration_id, purpose, id)`);
    // Somebody who agreed can be shown the words they read and when: neither is ever rewritten.
    await db.query(`
      CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME;
      END $$`);
    await db.query(`
      CREATE TRIGGER consent_append_only BEFORE UPDATE ON consent
      FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`);
    await db.query(`
      CREATE TRIGGER consent_text_append_only BEFORE UPDATE ON consent_text
      FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE consent`);
    await db.query(`DROP TABLE consent_text`);
    await db.query(`DROP FUNCTION refuse_rewriting()`);
  }
}
