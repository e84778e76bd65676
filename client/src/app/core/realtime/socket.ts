import { InjectionToken } from '@angular/core';
import type { ClientToServer, ServerToClient } from '@musubi/contracts';
import type { Socket } from 'socket.io-client';

export type MusubiSocket = Socket<ServerToClient, ClientToServer>;

/** Opens the socket; socket.io is fetched only when somebody is signed in. */
export const OPEN_SOCKET = new InjectionToken<(basePath: string) => Promise<MusubiSocket>>('OPEN_SOCKET', {
  providedIn: 'root',
  factory: () => async (basePath) => {
    const { io } = await import('socket.io-client');
    return io({ path: `${basePath}ws/`, transports: ['websocket'], reconnectionDelayMax: 8000 }) as MusubiSocket;
  },
});
