import { expect, it } from '@jest/globals';
import { robotsOf } from './robots.js';

it('names the map and closes what asks for a sign-in, wherever the instance stands', () => {
  expect(robotsOf('https://helpdesk.example/').split('\n')).toEqual([
    'User-agent: *',
    'Allow: /',
    'Disallow: /app/',
    'Disallow: /organise/',
    'Disallow: /api/',
    '',
    'Sitemap: https://helpdesk.example/sitemap.xml',
    '',
  ]);
  expect(robotsOf('https://city.example/musubi/').split('\n')).toEqual([
    'User-agent: *',
    'Allow: /musubi/',
    'Disallow: /musubi/app/',
    'Disallow: /musubi/organise/',
    'Disallow: /musubi/api/',
    '',
    'Sitemap: https://city.example/musubi/sitemap.xml',
    '',
  ]);
});
