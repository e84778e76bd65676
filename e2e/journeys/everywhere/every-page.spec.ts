import { expectAccessible } from '../../fixtures/axe.ts';
import { seeEveryPage, type Look } from '../../fixtures/every-page.ts';
import { test } from '../../fixtures/index.ts';

const looks: Look[] = [
  { role: 'anonymous', lang: 'en' },
  { role: 'anonymous', lang: 'ja' },
  { role: 'european', lang: 'en' },
  { role: 'japanese', lang: 'ja' },
  { role: 'organiser', lang: 'en' },
];

for (const look of looks) {
  const { role, lang } = look;
  test(`every page of the demo is accessible and free of errors, ${role} (${lang})`, async ({ site, stranger }) => {
    test.setTimeout(900_000);
    await seeEveryPage(
      site,
      stranger,
      look,
      ({ roles }) => roles.includes(role),
      (page) => expectAccessible(page),
    );
  });
}
