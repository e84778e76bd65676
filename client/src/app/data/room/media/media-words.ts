import { computed, inject, Injectable } from '@angular/core';
import { Words } from '../../../core/i18n/words';
import type { DeviceTestWords, TestedSide, TestedState } from '../../../ui/media/device-test/device-test';
import type { MediaControlWords } from '../../../ui/media/media-controls';
import type { MediaSession } from './media-session';

const states: readonly TestedState[] = ['off', 'asking', 'on', 'denied', 'missing', 'busy', 'failed'];

/** Browsers ask for leave in different places. */
const browsers = [
  ['ios', /iPhone|iPad/],
  ['edge', /Edg\//],
  ['firefox', /Firefox\//],
  ['chrome', /Chrome\//],
  ['safari', /Safari\//],
] as const;

const browserOf = (agent: string): string => browsers.find(([, sign]) => sign.test(agent))?.[0] ?? 'other';

/** The words around cameras, microphones and connections, of the area `media`. */
@Injectable({ providedIn: 'root' })
export class MediaWords {
  private readonly words = inject(Words);
  private readonly t = this.words.t;

  readonly test = computed<DeviceTestWords>(() => {
    const sided = (key: string): Record<TestedSide, string> => ({
      camera: this.t(`media.${key}.camera`),
      microphone: this.t(`media.${key}.microphone`),
    });
    const stated = (side: TestedSide): Record<TestedState, string> =>
      Object.fromEntries(states.map((state) => [state, this.t(`media.state.${side}.${state}`)])) as Record<
        TestedState,
        string
      >;
    return {
      preview: this.t('media.preview'),
      level: this.t('media.level'),
      choose: sided('choose'),
      name: sided('name'),
      turnOn: sided('turn_on'),
      turnOff: sided('turn_off'),
      state: { camera: stated('camera'), microphone: stated('microphone') },
      sum: {
        both: this.t('media.sum.both'),
        voice: this.t('media.sum.voice'),
        picture: this.t('media.sum.picture'),
        neither: this.t('media.sum.neither'),
      },
      help: this.t('media.help'),
      sound: {
        play: this.t('media.sound.play'),
        playing: this.t('media.sound.playing'),
        help: this.t('media.sound.help'),
      },
      denied: this.t(`media.denied_help.${browserOf(navigator.userAgent)}`),
    };
  });

  readonly controls = computed<MediaControlWords>(() => ({
    label: this.t('media.controls.label'),
    on: {
      microphone: this.t('media.controls.unmute'),
      camera: this.t('media.controls.camera_on'),
      screen: this.t('media.controls.share'),
    },
    off: {
      microphone: this.t('media.controls.mute'),
      camera: this.t('media.controls.camera_off'),
      screen: this.t('media.controls.share_stop'),
    },
  }));

  readonly notes = computed(() => ({
    reconnecting: this.t('media.reconnecting'),
    silenced: this.t('media.silenced'),
    soundOn: this.t('media.sound_on'),
  }));

  /** Why a device gives nothing inside the room, one line each. */
  troubles(session: MediaSession): string[] {
    return Object.entries(session.trouble()).map(([kind, trouble]) => this.t(`media.trouble.${kind}.${trouble}`));
  }

  /** Why one is not inside any more, or the door stayed closed; null while all is well. */
  apart(session: MediaSession): { title: string; text: string } | null {
    if (session.state() !== 'apart') return null;
    const ending = session.ending();
    const code = session.refusal()?.code;
    const key = ending ?? (code === 'unreadable' || code === 'offline' ? 'unreachable' : null);
    if (key) return { title: this.t(`media.apart.${key}.title`), text: this.t(`media.apart.${key}.text`) };
    return { title: this.t(`problem.${code}.title`), text: this.t(`problem.${code}.text`) };
  }
}
