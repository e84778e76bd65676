import { beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sendEarlyForms } from './early-forms';

const page = readFileSync(join(import.meta.dirname, '../../../index.html'), 'utf8');
const early = /<script>([\s\S]*?)<\/script>/.exec(page)![1]!;

describe('a form that is sent before the page has come alive', () => {
  let form: HTMLFormElement;
  const heard: string[] = [];
  const send = () => form.dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));

  beforeEach(() => {
    delete document.documentElement.dataset['alive'];
    document.body.innerHTML = '<form></form>';
    form = document.querySelector('form')!;
    heard.length = 0;
  });

  it('does not leave the page, and is sent once when it has', () => {
    new Function(early)();
    form.addEventListener('submit', (submit) => {
      submit.preventDefault();
      heard.push('sent');
    });
    expect([send(), heard]).toEqual([false, []]);
    form.requestSubmit = () => void send();
    sendEarlyForms(document);
    expect(heard).toEqual(['sent']);
    sendEarlyForms(document);
    expect(heard).toEqual(['sent']);
    send();
    expect(heard).toEqual(['sent', 'sent']);
  });

  it('is left alone where nobody sent it', () => {
    form.requestSubmit = () => heard.push('sent');
    sendEarlyForms(document);
    expect(heard).toEqual([]);
  });
});
