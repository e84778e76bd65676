import { provideHttpClient, withFetch } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { provideClientHydration, withEventReplay, withIncrementalHydration } from '@angular/platform-browser';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { Language } from './core/i18n/language';
import { ArrivalFocus } from './core/page/arrival-focus';
import { WordTitles } from './core/page/titles';
import { Trouble } from './core/page/trouble';
import { routes } from './app.routes';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler((error) => inject(Trouble).answer(error)),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
    ),
    provideHttpClient(withFetch()),
    provideClientHydration(withEventReplay(), withIncrementalHydration()),
    provideTransloco({
      config: {
        availableLangs: ['en', 'ja'],
        defaultLang: 'en',
        fallbackLang: 'en',
        prodMode: !isDevMode(),
        missingHandler: { useFallbackTranslation: false },
      },
    }),
    { provide: TitleStrategy, useClass: WordTitles },
    provideAppInitializer(() => {
      inject(ArrivalFocus).start();
      return inject(Language).start();
    }),
  ],
};
