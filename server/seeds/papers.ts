import type { DemoKit } from '../src/demo/demo-kit.js';
import type { Cast } from './cast.ts';
import type { PersonKey } from './people.ts';

/** What some have on their cards. */
const ownCards = {
  clara: { title: null, phone: '+49 711 5550 123', website: null },
  kenichi: { title: null, phone: '+81 24-555-0142', website: null },
  haruka: { title: null, phone: '+81 78-555-0190', website: null },
} as const satisfies Partial<Record<PersonKey, unknown>>;

/** A page of plain text, as the smallest of PDF files. */
function pdf(lines: readonly string[]): Buffer {
  const words = lines.map((line) => `(${line.replaceAll(/[()\\]/g, String.raw`\$&`)}) Tj T*`).join('\n');
  const page = `BT /F1 12 Tf 16 TL 72 770 Td\n${words}\nET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${page.length}>>stream\n${page}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer<</Size 6/Root 1 0 R>>\n`;
  return Buffer.from(`${text}${table}startxref\n${text.length}\n%%EOF\n`, 'latin1');
}

/** The meeting of two people at an event. */
export async function meetingOf(kit: DemoKit, cast: Cast, eventId: string, pair: readonly PersonKey[]) {
  const users = pair.map((key) => cast.user(key));
  const meetings = await kit.meetings.forFollowup([eventId]);
  return meetings.find(
    ({ state, sides }) => state !== 'cancelled' && users.every((user) => sides.some(({ userId }) => userId === user)),
  );
}

/** Hands one's card to the other, whatever the other does. */
async function hand(kit: DemoKit, cast: Cast, eventId: string, by: PersonKey, to: PersonKey): Promise<void> {
  const meeting = await meetingOf(kit, cast, eventId, [by, to]);
  const them = meeting?.sides.find(({ userId }) => userId === cast.user(to));
  if (meeting && them) await kit.cards.offer(await cast.by(by), meeting.id, them.participantId);
}

/** After the webinar Clara and Kenichi exchange cards. */
export async function exchangeCards(kit: DemoKit, cast: Cast, eventId: string): Promise<void> {
  for (const [key, card] of Object.entries(ownCards))
    await kit.ownCards.put(await cast.by(key as keyof typeof ownCards), card);
  await hand(kit, cast, eventId, 'clara', 'kenichi');
  await hand(kit, cast, eventId, 'kenichi', 'clara');
}

/** Before the conference Kenichi sends Clara the customs papers, and Haruka has her card ready for Clara. */
export async function sendPapers(kit: DemoKit, cast: Cast, eventId: string): Promise<void> {
  await hand(kit, cast, eventId, 'haruka', 'clara');
  const meeting = await meetingOf(kit, cast, eventId, ['kenichi', 'clara']);
  if (!meeting) return;
  const paper = pdf([
    'Customs papers for one fuel cell stack, 12 kW',
    '',
    '1. Commercial invoice, three copies',
    '2. Packing list with the serial number of the stack',
    '3. Test profiles A and B, two pages',
    '',
    'Leaves Koriyama on 3 February 2027.',
  ]);
  const { fileId } = await kit.files.take(paper, 'Customs papers 通関書類.pdf', 'document', cast.user('kenichi'));
  await kit.threads.write(await cast.by('kenichi'), meeting.requestId, {
    text: 'Here are the customs papers. Page 2 of the profiles still waits for your signature.',
    fileIds: [fileId],
  });
  await kit.threads.write(await cast.by('clara'), meeting.requestId, {
    text: 'Thank you. I shall bring the signed page to our meeting.',
    fileIds: [],
  });
}
