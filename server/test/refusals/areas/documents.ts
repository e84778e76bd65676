import type { FileView } from '@musubi/contracts';
import { pdfFile, send } from '../../builders/files.js';
import type { Area, Command, Row, Thing } from '../area.js';
import { meetingStates, newMeeting } from '../meetings.js';
import { nobody, thingOf } from '../pairs.js';
import type { Scene } from '../scene.js';

/** A document that the one who asked has brought, and for each of the three one that waits to be. */
async function make(scene: Scene, state: string): Promise<Thing> {
  const { app } = scene;
  const { pair, meeting } = await newMeeting(scene, state);
  const { asker, asked, guest, requestId } = pair;
  const { body: brought } = await send(app, asker, pdfFile(), 'plan.pdf');
  const { fileId } = brought;
  await app.db.query(
    `WITH message AS (
       INSERT INTO thread_message (request_id, participant_id, text, sent_at, files)
       VALUES ($1, $2, '', domain_now(), 1) RETURNING id
     ), attached AS (
       UPDATE stored_file SET attached_at = now() WHERE id = $3
     )
     INSERT INTO thread_file (message_id, file_id, place) SELECT id, $3, 0 FROM message`,
    [requestId, asker.participantId, fileId],
  );
  return thingOf(pair, {
    meetingId: meeting.meetingId,
    broughtFile: fileId,
    askerFile: await waiting(scene, brought, asker),
    askedFile: await waiting(scene, brought, asked),
    guestFile: await waiting(scene, brought, guest),
  });
}

/** The same bytes as somebody else has sent them. */
async function waiting({ app }: Scene, { fileId }: FileView, { userId }: { userId: string }): Promise<string> {
  const [file] = (await app.db.query(
    `INSERT INTO stored_file (sha256, bytes, media_type, name, uploaded_by)
     SELECT sha256, bytes, media_type, name, $2 FROM stored_file WHERE id = $1 RETURNING id`,
    [fileId, userId],
  )) as { id: string }[];
  return file!.id;
}

const bring =
  (file: (ids: Record<string, string>, role: string) => string | undefined): Command['send'] =>
  ({ http, thing: { ids }, role }) =>
    http.post(`/api/meetings/${ids['meetingId']}/files`, { fileIds: [file(ids, role) ?? nobody] });
const open =
  (file: string): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http.get(`/api/files/${ids[file]}`);

const commands = {
  'bring a document': {
    send: bring((ids, role) => ids[`${role}File`]),
    done: `EXISTS (SELECT FROM thread_file JOIN stored_file file ON file.id = file_id WHERE uploaded_by = :me AND file.id <> :broughtFile)`,
  },
  "bring another's document": {
    send: bring((ids, role) => ids[role === 'asker' ? 'askedFile' : 'askerFile']),
    done: 'false',
  },
  'bring what was brought': { send: bring((ids) => ids['broughtFile']), done: 'false' },
  'see what was brought': {
    send: ({ http, thing: { ids } }) => http.get(`/api/meetings/${ids['meetingId']}/files`),
    done: 'false',
  },
  'open what was brought': { send: open('broughtFile'), done: 'false' },
  "open the guest's before it is brought": { send: open('guestFile'), done: 'false' },
} satisfies Record<string, Command>;

const none = 'not_found';
/** What the two sides are answered, then their guest; organisers read no documents. */
const row = (sides: string, guest = sides): Row => [sides, sides, guest, none];
const closed = row('thread.closed');
const always = (answer: Row) => Object.fromEntries(Object.keys(meetingStates).map((state) => [state, answer]));
/** Until it is cancelled, and by whoever none of the others blocks. */
const brings = (answer: string) => ({
  ...always(row(answer)),
  parted: row('thread.closed', answer),
  left: closed,
  cancelled: closed,
});

export const documents: Area = {
  name: "a meeting's documents",
  columns: ['asker', 'asked', 'guest', 'organiser'],
  states: meetingStates,
  make,
  commands,
  rows: {
    'bring a document': brings('does'),
    "bring another's document": brings('file.unknown'),
    'bring what was brought': brings('file.unknown'),
    'see what was brought': always(row('again')),
    'open what was brought': always(row('again')),
    "open the guest's before it is brought": always(row(none, 'again')),
  },
};
