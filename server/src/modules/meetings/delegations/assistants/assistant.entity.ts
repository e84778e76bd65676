import type { AssistantState } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EventEntity } from '../../../events/index.js';
import { RegistrationEntity } from '../../../registration/index.js';

/** Somebody who acts for a colleague at an event, once they have agreed and until one of the two ends it. */
@Entity('assistant')
@Check('assistant_state_known', `state IN ('asked', 'active', 'ended')`)
@Check('assistant_of_another', 'principal_id <> assistant_id')
@Index('assistant_once', ['principalId', 'assistantId'], { unique: true, where: `state IN ('asked', 'active')` })
export class AssistantEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assistant_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => EventEntity, { name: 'assistant_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  /** Participant for whom the other acts. */
  @ForeignKey(() => RegistrationEntity, { name: 'assistant_principal', onDelete: 'CASCADE' })
  @Column('uuid')
  principalId: string;

  @Index('assistant_of_assistant')
  @ForeignKey(() => RegistrationEntity, { name: 'assistant_assistant', onDelete: 'CASCADE' })
  @Column('uuid')
  assistantId: string;

  @Column('text')
  state: AssistantState;

  @Column('timestamptz')
  askedAt: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
