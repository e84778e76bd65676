import { LocationStrategy, PathLocationStrategy } from '@angular/common';
import { HttpBackend } from '@angular/common/http';
import { type ApplicationConfig, inject, Injectable, mergeApplicationConfig } from '@angular/core';
import { provideServerRendering, withRoutes } from '@angular/ssr';
import { appConfig } from './app.config';
import { serverRoutes } from './app.routes.server';
import { BASE_PATH } from './core/api/base-path';
import { InProcessBackend } from './core/api/in-process-backend';

/**
 * Routes are matched without the base path, links are written with it. Where the router notes that it has arrived, the base path
 * stays away too: the engine would take another address than the one it was given for a redirect.
 */
@Injectable()
class PrefixedLocation extends PathLocationStrategy {
  private readonly basePath = inject(BASE_PATH);
  private arriving = false;

  override prepareExternalUrl(internal: string): string {
    return (this.arriving ? '/' : this.basePath) + internal.replace(/^\//, '');
  }

  override pushState(...arrival: Parameters<PathLocationStrategy['pushState']>): void {
    this.arriving = true;
    super.pushState(...arrival);
    this.arriving = false;
  }

  override replaceState(...arrival: Parameters<PathLocationStrategy['replaceState']>): void {
    this.arriving = true;
    super.replaceState(...arrival);
    this.arriving = false;
  }
}

export const serverConfig: ApplicationConfig = mergeApplicationConfig(appConfig, {
  providers: [
    provideServerRendering(withRoutes(serverRoutes)),
    { provide: HttpBackend, useClass: InProcessBackend },
    { provide: LocationStrategy, useClass: PrefixedLocation },
  ],
});
