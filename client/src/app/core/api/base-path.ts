import { DOCUMENT, inject, InjectionToken, PLATFORM_ID, REQUEST_CONTEXT } from '@angular/core';
import { isPlatformServer } from '@angular/common';
import { normaliseBasePath, type RenderContext } from './render-context';

/** Path the product is served under, with a slash at both ends. Known only at run time: the server writes it as base href. */
export const BASE_PATH = new InjectionToken<string>('BASE_PATH', {
  providedIn: 'root',
  factory: () => {
    if (isPlatformServer(inject(PLATFORM_ID))) {
      const context = inject(REQUEST_CONTEXT, { optional: true }) as RenderContext | null;
      return normaliseBasePath(context?.basePath);
    }
    return normaliseBasePath(new URL(inject(DOCUMENT).baseURI).pathname);
  },
});
