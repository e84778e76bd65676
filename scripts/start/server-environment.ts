import type { LiveKitProcess } from '../livekit/livekit-process.ts';
import type { Settings } from './settings.ts';

/** What the server is told beyond port, path and database. */
export function serverEnvironment(
  { publicOrigin, demo }: Settings,
  livekit: Pick<LiveKitProcess, 'url' | 'apiKey' | 'apiSecret'> | null,
): NodeJS.ProcessEnv {
  return {
    PUBLIC_ORIGIN: publicOrigin,
    DEMO: demo ? '1' : '0',
    ...(livekit && {
      LIVEKIT_URL: livekit.url,
      LIVEKIT_API_KEY: livekit.apiKey,
      LIVEKIT_API_SECRET: livekit.apiSecret,
    }),
  };
}
