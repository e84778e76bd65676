import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A webhook that was taken in; its second arrival is answered and ignored. */
@Entity('livekit_webhook')
export class LiveKitWebhookEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'livekit_webhook_pk' })
  id: string;

  @Index('livekit_webhook_received_at')
  @Column('timestamptz', { default: () => 'now()' })
  receivedAt: Date;
}
