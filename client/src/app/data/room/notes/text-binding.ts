import type { SharedNotes } from './shared-notes';
import { placeAfter, type TextStep } from './text-change';

/**
 * A text field and the shared notes, each showing the other: what is typed goes there, what others write comes here without
 * moving the caret off its words. Nothing is read or changed while a syllable is composed.
 */
export function bindText(field: HTMLTextAreaElement, notes: SharedNotes): () => void {
  let composing = false;
  const read = (): void => notes.write(field.value, field.selectionEnd);
  const show = (text: string, steps: readonly TextStep[] | null): void => {
    if (field.value === text) return;
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = field;
    const moved = (place: number): number => (steps ? placeAfter(place, steps) : Math.min(place, text.length));
    field.value = text;
    // Moving the caret in a field that has not the focus would take it in some browsers.
    if (field.ownerDocument.activeElement === field)
      field.setSelectionRange(moved(selectionStart), moved(selectionEnd), selectionDirection);
    field.scrollTop = scrollTop;
  };
  const listeners: Record<string, (event: Event) => void> = {
    input: () => {
      if (!composing) read();
    },
    compositionstart: () => {
      composing = true;
      notes.hold();
    },
    compositionend: () => {
      composing = false;
      read();
      notes.release();
    },
    // The field's own memory knows nothing of the others' words.
    beforeinput: (event) => {
      const { inputType } = event as InputEvent;
      if (inputType === 'historyUndo' || inputType === 'historyRedo') {
        event.preventDefault();
        if (inputType === 'historyUndo') notes.undo();
        else notes.redo();
      }
    },
    keydown: (event) => {
      const { key, ctrlKey, metaKey, shiftKey } = event as KeyboardEvent;
      if (!(ctrlKey || metaKey) || composing) return;
      const undo = key.toLowerCase() === 'z' && !shiftKey;
      const redo = key.toLowerCase() === 'y' || (key.toLowerCase() === 'z' && shiftKey);
      if (!undo && !redo) return;
      event.preventDefault();
      if (undo) notes.undo();
      else notes.redo();
    },
    blur: () => void notes.flush(),
  };
  for (const [name, listener] of Object.entries(listeners)) field.addEventListener(name, listener);
  notes.attach({ changed: show });
  return () => {
    for (const [name, listener] of Object.entries(listeners)) field.removeEventListener(name, listener);
  };
}
