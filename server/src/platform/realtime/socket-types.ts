import type { ClientToServer, ServerToClient } from '@musubi/contracts';
import type { Server, Socket } from 'socket.io';
import type { Actor } from '../access/actor.js';

export interface SocketData {
  actor: Actor;
}
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- nodes send each other nothing by sockets
type BetweenNodes = {};
export type MusubiServer = Server<ClientToServer, ServerToClient, BetweenNodes, SocketData>;
export type MusubiSocket = Socket<ClientToServer, ServerToClient, BetweenNodes, SocketData>;
