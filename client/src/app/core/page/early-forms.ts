/**
 * Sends what somebody sent while the served page had not come alive yet. The browser would have left the page with it, and a replayed
 * event cannot keep it from doing so; `index.html` holds such a form back and marks it.
 */
export function sendEarlyForms(document: Document): void {
  document.documentElement.dataset['alive'] = '';
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) {
    delete form.dataset['sent'];
    form.requestSubmit();
  }
}
