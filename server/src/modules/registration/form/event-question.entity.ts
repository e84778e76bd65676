import type { FormQuestion } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { EventEntity } from '../../events/index.js';

/** A question that one event adds to its registration form. */
@Entity('event_question')
@Check('event_question_kind_known', `kind IN ('text', 'choice', 'consent')`)
@Unique('event_question_order', ['eventId', 'place'])
export class EventQuestionEntity {
  @ForeignKey(() => EventEntity, { name: 'event_question_event', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_question_pk' })
  eventId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'event_question_pk' })
  key: string;

  @Column('integer')
  place: number;

  @Column('text')
  kind: FormQuestion['kind'];

  @Column('boolean')
  required: boolean;

  @Column('jsonb')
  label: FormQuestion['label'];

  @Column('jsonb')
  choices: FormQuestion['choices'];
}
