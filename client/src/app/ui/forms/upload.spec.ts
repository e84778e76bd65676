import { provideZonelessChangeDetection } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Upload, type UploadItem, type UploadWords } from './upload';

const words: UploadWords = {
  choose: 'Add a document',
  drop: 'or drop it here',
  help: 'PDF up to 10 MB',
  cancel: (name) => `Stop ${name}`,
  remove: (name) => `Remove ${name}`,
  again: (name) => `Again ${name}`,
  sent: (name) => `${name} has arrived.`,
  progress: (name) => `Sending ${name}`,
  size: (bytes) => `${bytes} B`,
  accept: '.pdf',
};
const item = (more: Partial<UploadItem>): UploadItem => ({
  key: 'a',
  name: 'plan.pdf',
  bytes: 12,
  progress: null,
  error: null,
  again: false,
  ...more,
});

describe('choosing files', () => {
  let fixture: ComponentFixture<Upload>;
  const element = () => fixture.nativeElement as HTMLElement;
  const shown = async (items: UploadItem[], more: Record<string, unknown> = {}): Promise<void> => {
    for (const [name, value] of Object.entries({ words, items, ...more })) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
  };
  const button = (name: string) =>
    [...element().querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === name,
    );
  const said = () => element().querySelector('[aria-live]')!.textContent;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    fixture = TestBed.createComponent(Upload);
  });

  it('is a button that says what is taken', async () => {
    await shown([]);
    const help = button('Add a document')!.getAttribute('aria-describedby')!;
    expect(element().querySelector(`#${help}`)!.textContent).toBe('PDF up to 10 MB');
    let clicked = false;
    element().querySelector('input')!.click = () => (clicked = true);
    button('Add a document')!.click();
    expect(clicked).toBe(true);
  });

  it('shows how far each is, says what has arrived and why one was not taken', async () => {
    await shown([item({ progress: 0.4 })]);
    expect([element().querySelector('progress')!.value, said(), Boolean(button('Stop plan.pdf'))]).toEqual([
      0.4,
      '',
      true,
    ]);
    await shown([item({})]);
    expect([said(), Boolean(button('Remove plan.pdf'))]).toEqual(['plan.pdf has arrived.', true]);
    await shown([item({ error: 'It holds macros.', again: true })]);
    expect([said(), Boolean(button('Again plan.pdf'))]).toEqual(['plan.pdf: It holds macros.', true]);
  });

  it('takes one away, and brings the focus back to the button', async () => {
    const removed: string[] = [];
    fixture.componentInstance.removed.subscribe((key) => removed.push(key));
    await shown([item({})]);
    document.body.append(element());
    button('Remove plan.pdf')!.click();
    expect([removed, document.activeElement?.textContent.trim()]).toEqual([['a'], 'Add a document']);
    element().remove();
  });

  it('takes what is dropped while there is room', async () => {
    const chosen: string[][] = [];
    fixture.componentInstance.chosen.subscribe((files) => chosen.push(files.map(({ name }) => name)));
    const drop = () => {
      const event = new Event('drop', { cancelable: true });
      Object.assign(event, {
        dataTransfer: { files: [new File(['a'], 'a.pdf'), new File(['b'], 'b.pdf')], types: ['Files'] },
      });
      element().dispatchEvent(event);
    };
    await shown([]);
    drop();
    await shown([], { multiple: true });
    drop();
    await shown([], { full: true });
    drop();
    expect(chosen).toEqual([['a.pdf'], ['a.pdf', 'b.pdf']]);
  });
});
