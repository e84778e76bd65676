import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who widens an agreement says which one: by its id where it is known, else in words. */
export class WidenedAgreements1790006000401 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE opportunity
        ADD COLUMN agreement_id text,
        ADD COLUMN agreement_name text,
        ADD CONSTRAINT opportunity_agreement_expands
          CHECK (novelty = 'expands' OR (agreement_id IS NULL AND agreement_name IS NULL)),
        ADD CONSTRAINT opportunity_one_agreement CHECK (agreement_id IS NULL OR agreement_name IS NULL)`);
    await db.query(
      `UPDATE opportunity SET revision = revision || '{"agreementId": null, "agreementName": null}' WHERE revision IS NOT NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE opportunity DROP COLUMN agreement_id, DROP COLUMN agreement_name');
    await db.query(
      `UPDATE opportunity SET revision = revision - 'agreementId' - 'agreementName' WHERE revision IS NOT NULL`,
    );
  }
}
