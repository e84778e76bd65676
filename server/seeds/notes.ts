import { Doc } from 'yjs';
import type { DemoKit } from '../src/demo/demo-kit.js';
import type { Cast } from './cast.ts';
import { meetingOf } from './papers.ts';

/** The first lines of the notes for Clara's first meeting of the conference, a line each. */
const lines = [
  ['clara', '– Stuttgart: two pump makers, both certified for ammonia up to 25 bar\n'],
  ['haruka', '– Kobe: chapters 4 and 7 of the safety file touch suppliers\n'],
  ['haruka', '– 質問：ポンプの認証は欧州規格と日本の規格のどちらですか\n'],
] as const;

/** Before the conference Haruka and Clara begin the notes of their meeting. */
export async function beginNotes(kit: DemoKit, cast: Cast, eventId: string): Promise<void> {
  const meeting = await meetingOf(kit, cast, eventId, ['haruka', 'clara']);
  if (!meeting) return;
  const document = new Doc();
  const updates: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => updates.push(update));
  const text = document.getText('notes');
  for (const [, line] of lines) text.insert(text.length, line);
  for (const [index, [key]] of lines.entries())
    await kit.notes.write((await cast.by(key)).actor, meeting.id, updates[index]!);
}
