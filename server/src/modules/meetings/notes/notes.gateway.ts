import { Logger } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import type { ErrorCode, NotesAnswer } from '@musubi/contracts';
import { DomainError, type MusubiServer, type MusubiSocket, RateLimits } from '../../../platform/index.js';
import { Notes } from './notes.service.js';

/** Many small updates while somebody types; a hand that never rests stays far below. */
const typing = { name: 'notes', points: 600, perSeconds: 60, counted: 'here' } as const;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The one command that comes by socket: writing shared notes. It is kept before it is answered, and told to the others. */
@WebSocketGateway()
export class NotesGateway {
  @WebSocketServer()
  private readonly io: MusubiServer;

  private readonly log = new Logger(NotesGateway.name);

  constructor(
    private readonly notes: Notes,
    private readonly rateLimits: RateLimits,
  ) {}

  @SubscribeMessage('notes.update')
  async update(@ConnectedSocket() socket: MusubiSocket, @MessageBody() sent: unknown): Promise<NotesAnswer> {
    const { actor } = socket.data;
    try {
      const { meetingId, update } = parse(sent);
      await this.rateLimits.consume(typing, actor.userId);
      const { at, by, userIds } = await this.notes.write(actor, meetingId, update);
      this.io
        .to(userIds.map((userId) => `user:${userId}`))
        .except(socket.id)
        .emit('notes.updated', { meetingId, update, by, at: at.toISOString() });
      return { ok: true, at: at.toISOString() };
    } catch (error) {
      return { ok: false, code: this.codeOf(error) };
    }
  }

  private codeOf(error: unknown): ErrorCode {
    if (error instanceof DomainError) return error.code;
    this.log.error(`Notes could not be kept: ${String(error)}`);
    return 'internal';
  }
}

/** @throws DomainError `request.invalid` */
function parse(sent: unknown): { meetingId: string; update: Uint8Array } {
  const { meetingId, update } = (sent ?? {}) as { meetingId?: unknown; update?: unknown };
  if (typeof meetingId !== 'string' || !uuid.test(meetingId) || !(update instanceof Uint8Array))
    throw new DomainError('request.invalid');
  return { meetingId, update };
}
