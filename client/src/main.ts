import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

// Temporal is built into most browsers; the others fetch it before anything reads a clock.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');

bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));
