import { LocationStrategy, PathLocationStrategy } from '@angular/common';
import { HttpBackend } from '@angular/common/http';
import { type ApplicationConfig, inject, Injectable, mergeApplicationConfig } from '@angular/core';
import { provideServerRendering, withRoutes } from '@angular/ssr';
import { appConfig } from './app.config';
import { serverRoutes } from './app.routes.server';
import { BASE_PATH } from './core/api/base-path';
import { InProcessBackend } from './core/api/in-process-backend';

/** Routes are matched without the base path, links are written with it. */
@Injectable()
class PrefixedLocation extends PathLocationStrategy {
  private readonly basePath = inject(BASE_PATH);

  override prepareExternalUrl(internal: string): string {
    return this.basePath + internal.replace(/^\//, '');
  }
}

export const serverConfig: ApplicationConfig = mergeApplicationConfig(appConfig, {
  providers: [
    provideServerRendering(withRoutes(serverRoutes)),
    { provide: HttpBackend, useClass: InProcessBackend },
    { provide: LocationStrategy, useClass: PrefixedLocation },
  ],
});
