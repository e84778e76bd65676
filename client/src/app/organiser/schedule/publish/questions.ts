import type { PlanView, ScheduleRunView } from '@musubi/contracts';
import type { Words } from '../../../core/i18n/words';
import type { Question } from '../../../ui/dialog/dialogs';

/**
 * What publishing would do, as far as the plan tells: meetings that are booked, that stand, and who gets a letter,
 * interpreters among them.
 * @param published number of the run that is published already
 */
export function publishQuestion({ run, meetings }: PlanView, words: Words, published?: number): Question {
  const booked = meetings.filter(({ meetingId }) => meetingId === null);
  const letters = new Set(
    booked.flatMap(({ people, interpreterId }) => [...people, ...(interpreterId ? [interpreterId] : [])]),
  );
  const stand = meetings.length - booked.length;
  const texts = [
    words.n('schedule.publish.book', booked.length),
    ...(stand > 0 ? [words.n('schedule.publish.stand', stand)] : []),
    ...(published !== undefined && published !== run.number
      ? [words.t('schedule.publish.other', { number: published })]
      : []),
    words.n('schedule.publish.letters', letters.size),
    words.t('schedule.publish.care'),
  ];
  return {
    heading: words.t('schedule.publish.heading', { number: run.number }),
    text: texts.join(words.lang() === 'ja' ? '' : ' '),
    confirm: words.t('schedule.publish.confirm'),
    cancel: words.t('common.cancel'),
  };
}

export function rollBackQuestion({ number }: ScheduleRunView, words: Words): Question {
  return {
    heading: words.t('schedule.roll_back.heading', { number }),
    text: words.t('schedule.roll_back.text'),
    confirm: words.t('schedule.roll_back.confirm'),
    cancel: words.t('common.cancel'),
    kind: 'bad',
  };
}
