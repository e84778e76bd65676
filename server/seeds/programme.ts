import type { PersonKey } from './people.ts';

interface SessionEntry {
  code: string;
  start: string;
  date: string;
}
export interface ProgrammeFile {
  schedule: { conference: { days: { rooms: Record<string, SessionEntry[]> }[] } };
}

/** What an earlier release did not have yet, or had at another time. */
const before: Record<string, { without: readonly string[]; moved: Readonly<Record<string, string>> }> = {
  'Release 1': { without: ['OPST1', 'SMAL2'], moved: { PORT2: '15:30' } },
  'Release 2': { without: ['OPST1'], moved: { PORT2: '15:30' } },
};

/** The programme as it stood at a release; the file holds the newest. */
export function earlier(file: ProgrammeFile, release: string): ProgrammeFile {
  const { without, moved } = before[release] ?? { without: [], moved: {} };
  for (const { rooms } of file.schedule.conference.days) {
    for (const [room, sessions] of Object.entries(rooms)) {
      rooms[room] = sessions
        .filter(({ code }) => !without.includes(code))
        .map((session) => {
          const start = moved[session.code];
          return start ? { ...session, start, date: session.date.replace(/T\d\d:\d\d/, `T${start}`) } : session;
        });
    }
  }
  return file;
}

/** Speakers of the files who have an account, by their code there. */
export const speakerAccounts: Readonly<Record<string, PersonKey>> = {
  DUBOIS: 'marie',
  OGAWA: 'yumi',
  VOGEL: 'martina',
  TAKAHASHI: 'naoko',
  SATO: 'kenichi',
  ETXEBERRIA: 'inaki',
  BRANDT: 'ulrike',
  MARTIN: 'elodie',
  DEVRIES: 'jan',
  TANAKA: 'aiko',
  FUJII: 'haruka',
  LINDQVIST: 'sofia',
  VIRTANEN: 'anneli',
  KIMURA: 'naoki',
  RUIZ: 'carmen',
  HIGA: 'miyu',
  KOBAYASHI: 'misaki',
  FERRARI: 'giulia',
  KELLER: 'jonas',
  NAKAJIMA: 'ryoN',
  BERGER: 'thomas',
};

/** What is on at 09:16 in Brussels on the first day, and what people ask there. */
export const openStageSession: {
  title: string;
  questions: readonly { by: PersonKey; text: string; anonymous: boolean; votes: number }[];
} = {
  title: 'Open stage: ask the two who keep a partnership going',
  questions: [
    {
      by: 'anneli',
      text: 'How did you convince the first firm to take part, and what did it cost you?',
      anonymous: false,
      votes: 17,
    },
    { by: 'misaki', text: '担当者が4月に交代したとき、どのように引き継がれましたか。', anonymous: false, votes: 11 },
    { by: 'marek', text: 'Which of your joint meetings would you cancel today?', anonymous: false, votes: 6 },
    { by: 'petr', text: 'What would you not do again?', anonymous: true, votes: 3 },
  ],
};

const [opening, keynote, panel, ports, closing] = [
  'Opening remarks',
  'Since 1989: Baden-Württemberg and Kanagawa',
  'A memorandum is not an outcome',
  'Hydrogen ports: who pays for the first ten metres',
  'What happens next',
];

/** Sessions by title that people have saved in their agenda. */
export const savedSessions: Readonly<Partial<Record<PersonKey, readonly string[]>>> = {
  clara: [opening, keynote, panel, ports, closing],
  aiko: [opening, keynote, panel, closing],
  giulia: [keynote, ports],
  haruka: [opening, keynote, panel],
};
