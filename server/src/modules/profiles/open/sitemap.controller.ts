import { Controller, Get, Header } from '@nestjs/common';
import { Answers, Config, Public } from '../../../platform/index.js';
import { PublicProfiles } from './public-profiles.service.js';
import { sitemapOf } from './sitemap.js';

/** Every public profile for search engines, each in both languages. */
@Controller()
export class SitemapController {
  constructor(
    private readonly config: Config,
    private readonly profiles: PublicProfiles,
  ) {}

  @Get('sitemap.xml')
  @Answers(200, 'text/xml')
  @Public()
  @Header('content-type', 'text/xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  async sitemap() {
    const pages = [{ path: '' }, { path: '/profiles' }, ...(await this.profiles.addresses())];
    return sitemapOf(`${this.config.publicOrigin}${this.config.basePath}`, pages);
  }
}
