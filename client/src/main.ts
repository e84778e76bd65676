import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { sendEarlyForms } from './app/core/page/early-forms';

// Temporal is built into most browsers; the others fetch it before anything reads a clock.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');

bootstrapApplication(App, appConfig)
  .then((app) => app.whenStable())
  .then(() => sendEarlyForms(document))
  .catch((error: unknown) => console.error(error));
