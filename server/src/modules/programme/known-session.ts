import type { SessionView, SpeakerCard, UserId } from '@musubi/contracts';

/** A speaker, and whose account it is. */
export interface KnownSpeaker extends SpeakerCard {
  userId: UserId | null;
}

/** A session as the server knows it. */
export interface KnownSession extends SessionView {
  speakers: KnownSpeaker[];
}

/** As people see it: whose accounts its speakers are is for the server alone. */
export function shown({ speakers, ...session }: SessionView): SessionView {
  return {
    ...session,
    speakers: speakers.map(({ speakerId, name, nameLocal, biography, organisation, organisationLocal }) => ({
      speakerId,
      name,
      nameLocal,
      biography,
      organisation,
      organisationLocal,
    })),
  };
}
