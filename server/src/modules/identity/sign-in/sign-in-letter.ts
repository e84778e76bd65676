import type { Lang } from '@musubi/contracts';
import { type Letter, setLetter } from '../../../platform/index.js';

/** The same for everybody: a greeting by name would tell whether the address is known. */
const words: Record<Lang, Omit<Letter, 'lang' | 'code' | 'link'> & { button: string }> = {
  en: {
    subject: 'Your sign-in link for Musubi',
    greeting: 'Good day,',
    paragraphs: [
      'To sign in to Musubi, press the button below in the browser in which you asked.',
      'Reading this on another device? Type this code on the page where you asked:',
    ],
    button: 'Sign in',
    closing: [
      'Link and code work once, within 30 minutes.',
      'If you did not ask for them, nothing has happened: you can ignore this mail.',
    ],
  },
  ja: {
    subject: '【Musubi】ログイン用リンクのお知らせ',
    greeting: 'Musubi をご利用いただき、ありがとうございます。',
    paragraphs: [
      'Musubi にログインするには、お手続きを始めたブラウザーで下のボタンを押してください。',
      '別の端末でこのメールをご覧の場合は、お手続き中の画面に次のコードを入力してください。',
    ],
    button: 'ログイン',
    closing: [
      'リンクとコードの有効期限は30分で、1回のみご利用いただけます。',
      'お心当たりのない場合は、お手数ですがこのメールを破棄してください。ログインは行われておりません。',
    ],
  },
};

/** The mail with link and code, in the person's language. */
export async function signInLetter(
  lang: Lang,
  url: string,
  code: string,
): Promise<{ subject: string; html: string; text: string }> {
  const { button, ...rest } = words[lang];
  return { subject: rest.subject, ...(await setLetter({ lang, ...rest, code, link: { label: button, url } })) };
}
