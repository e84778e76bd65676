import { describe, expect, it } from '@jest/globals';
import { signal } from '@angular/core';
import { Refusal } from './problem';
import { Sending } from './sending';

const form = () =>
  new Sending({
    of: (error) => ({ title: (error as Refusal).code, text: '', reference: null, again: false }),
    refused: signal({ reference: 'Reference', copy: 'Copy', copied: 'Copied' }),
  });

describe('sending a form', () => {
  it('sends one command at a time', async () => {
    const sending = form();
    let done = (): void => undefined;
    const sent: number[] = [];
    const first = sending.run(() => new Promise<void>((resolve) => ((done = resolve), sent.push(1))));
    await sending.run(async () => void sent.push(2));
    expect([sending.busy(), sent]).toEqual([true, [1]]);
    done();
    await first;
    expect(sending.busy()).toBe(false);
  });

  it('says why it was refused, until it is sent again', async () => {
    const sending = form();
    await sending.run(() => Promise.reject(new Refusal({ code: 'meeting.slot_taken', status: 409 })));
    expect([sending.busy(), sending.failed()?.title]).toEqual([false, 'meeting.slot_taken']);
    await sending.run(async () => undefined);
    expect(sending.failed()).toBeNull();
  });
});
