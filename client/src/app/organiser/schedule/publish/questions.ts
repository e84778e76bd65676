import type { PlanView, RollBackResult } from '@musubi/contracts';
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

/** What rolling back would do to whom, as things stood when the plan was read. */
export function rollBackQuestion({ run, takesBack }: PlanView, words: Words): Question {
  const { meetings, requests } = takesBack ?? { meetings: 0, requests: 0 };
  const texts = [
    meetings > 0 ? words.n('schedule.roll_back.cancel', meetings) : words.t('schedule.roll_back.none'),
    ...(requests > 0 ? [words.n('schedule.roll_back.reopen', requests)] : []),
    words.t('schedule.roll_back.stay'),
  ];
  return {
    heading: words.t('schedule.roll_back.heading', { number: run.number }),
    text: texts.join(words.lang() === 'ja' ? '' : ' '),
    confirm: words.t('schedule.roll_back.confirm'),
    cancel: words.t('common.cancel'),
    kind: 'bad',
  };
}

/** What became of the requests that the plan had answered, and of meetings that it could not cancel; empty for nothing. */
export function rolledBackMore({ kept, reopened = 0, ended = [] }: RollBackResult, words: Words): string {
  const texts = [
    reopened > 0 ? words.n('schedule.roll_back.reopened', reopened) : '',
    ...ended.map(({ because, count }) => words.n(`schedule.roll_back.ended.${because}`, count)),
    kept > 0 ? words.n('schedule.roll_back.kept', kept) : '',
  ];
  return texts.filter(Boolean).join(words.lang() === 'ja' ? '' : ' ');
}
