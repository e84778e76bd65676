import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { MeetingBlockEntity } from './blocks/meeting-block.entity.js';

/** A room or table of a block: every meeting there occupies one, so that no more stand at once than there are. */
@Entity('meeting_table')
@Unique('meeting_table_once', ['blockId', 'number'])
export class MeetingTableEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_table_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => MeetingBlockEntity, { name: 'meeting_table_block', onDelete: 'CASCADE' })
  @Column('uuid')
  blockId: string;

  @Column('integer')
  number: number;
}
