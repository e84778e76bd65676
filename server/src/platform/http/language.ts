import { type Lang, langs } from '@musubi/contracts';

const known = (word: string | undefined): word is Lang => langs.some((lang) => lang === word);

/** Language of a page: the path's, else the one chosen before (cookie `lang`), else the browser's first that we speak. */
export function languageOf(path: string, cookie: string | undefined, accepted: string | undefined): Lang {
  const inPath = /^\/(en|ja)(?=[/?]|$)/.exec(path)?.[1];
  if (known(inPath)) return inPath;
  if (known(cookie)) return cookie;
  const wanted = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { lang: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .sort((a, b) => b.weight - a.weight)
    .find(({ lang, weight }) => weight > 0 && known(lang))?.lang;
  return known(wanted) ? wanted : 'en';
}
