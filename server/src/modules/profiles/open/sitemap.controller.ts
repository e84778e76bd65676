import { Controller, Get, Header } from '@nestjs/common';
import { Answers, Config, Public } from '../../../platform/index.js';
import { PublicProfiles } from './public-profiles.service.js';
import { robotsOf } from './robots.js';
import { sitemapOf } from './sitemap.js';

/** What search engines find here: every public page in both languages, and nothing that asks for a sign-in. */
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
    return sitemapOf(this.site, pages);
  }

  @Get('robots.txt')
  @Answers(200, 'text/plain')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  robots() {
    return robotsOf(this.site);
  }

  private get site(): string {
    return `${this.config.publicOrigin}${this.config.basePath}`;
  }
}
