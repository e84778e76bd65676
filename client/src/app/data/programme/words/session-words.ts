import { inject, Injectable } from '@angular/core';
import type { SessionView, SpeakerCard } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { speakerName } from './speaker-name';

/** Whether a release is called by its number alone, such as "Release 3" or "第3版". */
export const saysOnly = (name: string, number: number): boolean =>
  name.replace(/^(release|version|v|第)\s*/i, '').replace(/\s*版$/, '') === String(number);

/** A name in a line of text stays on one line. */
const unbroken = (name: string): string => name.replaceAll(' ', '\u00a0');

/** What is said of a session wherever one is listed. Needs the words of `programme`. */
@Injectable({ providedIn: 'root' })
export class SessionWords {
  private readonly words = inject(Words);

  /** Its subtitle, or its kind and who speaks. */
  what(session: SessionView): string {
    const subtitle = this.words.text(session.subtitle);
    if (subtitle) return subtitle;
    const kind = this.words.t(`programme.kind.${session.kind}`);
    const names = this.names(session);
    if (names) return this.words.t('programme.with', { kind, names });
    return this.kind(session);
  }

  /** Empty where the kind says nothing that the title does not. */
  kind({ kind }: SessionView): string {
    return ['talk', 'other', 'matchmaking'].includes(kind) ? '' : this.words.t(`programme.kind.${kind}`);
  }

  /** Where it is, as the reader's language calls it. */
  room({ room, roomLocal }: SessionView): string | null {
    return this.called(room, roomLocal);
  }

  track({ track, trackLocal }: SessionView): string | null {
    return this.called(track, trackLocal);
  }

  organisation({
    organisation,
    organisationLocal,
  }: Pick<SpeakerCard, 'organisation' | 'organisationLocal'>): string | null {
    return this.called(organisation, organisationLocal);
  }

  minutes({ startsAt, endsAt }: SessionView): string {
    const count = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
    return this.words.t('programme.minutes', { count });
  }

  languages({ kind, interpreted, languages }: SessionView): string {
    if (kind === 'matchmaking') return this.words.t('programme.by_appointment');
    if (kind === 'break') return '';
    if (interpreted) return this.words.t('programme.interpreted');
    return languages.map((code) => this.words.t(`programme.language.${code === 'ja' ? 'ja' : 'en'}`)).join(', ');
  }

  /** Its number, and its name where that says more. */
  release({ number, name }: { number: number; name: string }): string {
    const numbered = this.words.t('programme.release_number', { number });
    return saysOnly(name, number) ? numbered : this.words.t('programme.release_named', { numbered, name });
  }

  private called(name: string | null, local: string | null): string | null {
    return this.words.lang() === 'ja' ? (local ?? name) : name;
  }

  private names({ speakers }: SessionView): string {
    const lang = this.words.lang();
    return speakers.map((speaker) => unbroken(speakerName(speaker, lang).first)).join(lang === 'ja' ? '、' : ', ');
  }
}
