import { describe, expect, it } from '@jest/globals';
import type { FileId, FileView } from '@musubi/contracts';
import { Refusal } from '../../core/problem/problem';
import type { FileToSend } from './send-file';
import { Uploads } from './uploads';

interface Flight {
  one: Omit<FileToSend, 'url'>;
  land: (view: FileView) => void;
  fail: (refusal: Refusal) => void;
}

/** A server that answers when the spec says. */
function desk(atMost = 3) {
  const flights: Flight[] = [];
  const api = {
    send: (_: string, one: Omit<FileToSend, 'url'>) =>
      new Promise<FileView>((land, fail) => {
        flights.push({ one, land, fail });
        one.cancel.addEventListener('abort', () => fail(new Refusal({ code: 'offline' })));
      }),
  };
  const words = { refused: ({ code }: Refusal) => `refused: ${code}` };
  return { flights, uploads: new Uploads(api, words, { kind: 'document', atMost }) };
}
const file = (name: string, bytes = 10) => new File(['x'.repeat(bytes)], name);
const view = (name: string): FileView => ({
  fileId: `id of ${name}` as FileId,
  name,
  bytes: 10,
  mediaType: 'text/plain',
});
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('what was chosen', () => {
  it('is sent at once, tells how far it is, and is there by its id', async () => {
    const { uploads, flights } = desk();
    uploads.add([file('a.txt'), file('b.txt')]);
    flights[0]!.one.progress(0.5);
    expect([uploads.items().map(({ name, progress }) => [name, progress]), uploads.busy()]).toEqual([
      [
        ['a.txt', 0.5],
        ['b.txt', 0],
      ],
      true,
    ]);
    flights[1]!.land(view('b.txt'));
    flights[0]!.land(view('a.txt'));
    await turn();
    expect([uploads.ids(), uploads.busy()]).toEqual([['id of a.txt', 'id of b.txt'], false]);
  });

  it('goes as far as there is room', () => {
    const { uploads, flights } = desk(2);
    uploads.add([file('a'), file('b'), file('c')]);
    expect([flights.length, uploads.full()]).toEqual([2, true]);
  });

  it('replaces the one before where there is room for one', () => {
    const { uploads, flights } = desk(1);
    uploads.add([file('a')]);
    uploads.add([file('b')]);
    expect([uploads.items().map(({ name }) => name), flights[0]!.one.cancel.aborted]).toEqual([['b'], true]);
  });

  it('is stopped and forgotten', async () => {
    const { uploads, flights } = desk();
    uploads.add([file('a')]);
    uploads.remove(uploads.items()[0]!.key);
    await turn();
    expect([uploads.items(), flights[0]!.one.cancel.aborted]).toEqual([[], true]);
  });

  it.each([
    ['nothing in it', file('a', 0), 'refused: file.empty'],
    ['too much in it', file('a', 10 * 1024 * 1024 + 1), 'refused: file.too_big'],
  ])('with %s is not even sent', async (_, one, error) => {
    const { uploads, flights } = desk();
    uploads.add([one]);
    await turn();
    expect([flights.length, uploads.items()[0]!.error]).toEqual([0, error]);
  });

  it('and refused says why, makes room, and goes with the next choice', async () => {
    const { uploads, flights } = desk(1);
    uploads.add([file('a.exe')]);
    flights[0]!.fail(new Refusal({ code: 'file.type_refused', status: 422 }));
    await turn();
    expect([uploads.items()[0]!.error, uploads.items()[0]!.again, uploads.full()]).toEqual([
      'refused: file.type_refused',
      false,
      false,
    ]);
    uploads.add([file('b.pdf')]);
    expect(uploads.items().map(({ name }) => name)).toEqual(['b.pdf']);
  });

  it('and unanswered is sent again under the same key', async () => {
    const { uploads, flights } = desk();
    uploads.add([file('a')]);
    flights[0]!.fail(new Refusal({ code: 'offline' }));
    await turn();
    expect(uploads.items()[0]!.again).toBe(true);
    uploads.again(uploads.items()[0]!.key);
    expect(flights[1]!.one.key).toBe(flights[0]!.one.key);
  });
});
