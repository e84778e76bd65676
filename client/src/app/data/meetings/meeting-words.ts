import { inject, Injectable } from '@angular/core';
import {
  jobTitleIn,
  type Lang,
  type LanguagePair,
  type MeetingView,
  type OrganisationCard,
  organisationName,
  type ParticipantCard,
  type PersonName,
  type PlanBView,
  shortName,
  type WorkTitles,
  writeName,
} from '@musubi/contracts';
import {
  dateAt,
  formatDate,
  formatTime,
  formatTimeZoned,
  remaining,
  remainingMinutes,
  sameClock,
  zoneLabel,
} from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import type { IconName } from '../../ui/icon/icons';
import type { StateKind } from '../../ui/feedback/state';
import { isStuck, type InboxEntry } from './inbox/inbox';

/** A state as it is shown: icon and word, colour last. */
export interface StateWords {
  icon: IconName;
  kind: StateKind;
  text: string;
}

/** Latin names stand in Japanese texts, hardly the other way round. */
const kana = /\p{Script=Hiragana}|\p{Script=Katakana}/u;

/** Oneself, somebody of one's own side, of another, or the organisers. */
export type Canceller = 'you' | 'colleague' | 'them' | 'system';

/** Minutes before a deadline from which what is left is said beside it. */
const SOON = 60;

/**
 * Times, names and states of meetings in the reader's language and zone. Reads the clock by the minute: what is computed
 * from it turns with it. Needs the words of the area `meetings`.
 */
@Injectable({ providedIn: 'root' })
export class MeetingWords {
  private readonly clock = inject(Clock);
  private readonly words = inject(Words);

  /** `Elsewhere: meet.example`, `By telephone: +49 711 1234567`. */
  elsewhere({ kind, host, value }: PlanBView): string {
    return this.words.t(`meetings.plan_b.mark.${kind}`, { host: host ?? '', number: value });
  }

  /** `Tue 26 January`; `1月26日（火）`. */
  day(at: string, zone = this.clock.zone()): string {
    return formatDate(Temporal.Instant.from(at), zone, this.words.lang(), { month: 'long', year: false });
  }

  /** `Tuesday 26 January`; `1月26日（火）`. */
  longDay(at: string, zone = this.clock.zone()): string {
    const weekday = this.words.lang() === 'en' ? 'long' : 'short';
    return formatDate(Temporal.Instant.from(at), zone, this.words.lang(), { weekday, month: 'long', year: false });
  }

  /** `09:25`. */
  time(at: string, zone = this.clock.zone()): string {
    return formatTime(Temporal.Instant.from(at), zone);
  }

  /** `09:25 CET`. */
  timeZoned(at: string, zone = this.clock.zone()): string {
    return formatTimeZoned(Temporal.Instant.from(at), zone);
  }

  /** `CET`. */
  label(zone: string, at?: string): string {
    return zoneLabel(zone, at ? Temporal.Instant.from(at) : this.clock.minute());
  }

  /** The other's time of day, with the date where it is another: `17:25 JST`, `Sat 16 January, 07:59 JST`; empty where it is the same. */
  other(at: string, zone: string): string {
    const instant = Temporal.Instant.from(at);
    const own = this.clock.zone();
    if (sameClock(own, zone, instant)) return '';
    return dateAt(instant, own) === dateAt(instant, zone) ? this.timeZoned(at, zone) : this.whole(at, zone);
  }

  /** `Tue 26 January, 09:25 CET`; `1月26日（火）09:25 CET`. */
  whole(at: string, zone = this.clock.zone()): string {
    const comma = this.words.lang() === 'en' ? ', ' : '';
    return `${this.day(at, zone)}${comma}${this.timeZoned(at, zone)}`;
  }

  /** Short enough for a button: `Tue 09:50`, `26日 17:50`. */
  pick(at: string): string {
    const zone = this.clock.zone();
    const instant = Temporal.Instant.from(at);
    const date = instant.toZonedDateTimeISO(zone);
    const day =
      this.words.lang() === 'ja'
        ? `${date.day}日`
        : formatDate(instant, zone, 'en', { month: 'short', year: false }).split(' ')[0]!;
    return `${day} ${formatTime(instant, zone)}`;
  }

  /** Day column of a list: `Tue 26`, `26日（火）`. */
  shortDay(at: string): string {
    const zone = this.clock.zone();
    const instant = Temporal.Instant.from(at);
    const [weekday = '', day = ''] = formatDate(instant, zone, 'en', { year: false }).split(' ');
    if (this.words.lang() === 'en') return `${weekday} ${day}`;
    return formatDate(instant, zone, 'ja', { year: false }).replace(/^\d+月/, '');
  }

  /** The same instant as the other one reads it: `17:25 JST for Aiko`; empty where it is the same. */
  otherOf(at: string, { name, zone }: Pick<ParticipantCard, 'name' | 'zone'>): string {
    const other = this.other(at, zone);
    return other ? this.words.t('meetings.time.to_other', { name: this.called(name), other }) : '';
  }

  /** A deadline of the other side, on one's own clock first: `Wed 20 January, 02:00 CET (10:00 JST)`. */
  theirDeadline(at: string, zone: string): string {
    const other = this.other(at, zone);
    return other ? this.words.t('meetings.time.in_brackets', { own: this.whole(at), other }) : this.whole(at);
  }

  /** Both walls in running text: `09:25 CET, 17:25 JST`. */
  bothTimes(at: string, zone: string): string {
    const other = this.other(at, zone);
    return other ? this.words.t('meetings.time.both', { own: this.timeZoned(at), other }) : this.timeZoned(at);
  }

  /** `Tue 26 January, 09:25 CET, 17:25 JST`. */
  wholeBoth(at: string, zone: string): string {
    const other = this.other(at, zone);
    return other ? this.words.t('meetings.time.both', { own: this.whole(at), other }) : this.whole(at);
  }

  /** Sentences one after the other, as the language sets them; empty ones left out. */
  together(...sentences: readonly string[]): string {
    return sentences.filter(Boolean).join(this.words.lang() === 'ja' ? '' : ' ');
  }

  /** That an interpreter is asked for, and between which languages; empty for none. */
  interpreted(pair: LanguagePair | null | undefined): string {
    if (!pair) return '';
    return this.words.t('meetings.thread.interpreted', { one: this.language(pair[0]), other: this.language(pair[1]) });
  }

  /** How long until then, in the two largest units: `9 min`, `3 h 20 min`, `14 days`. */
  span(until: string): string {
    const then = Temporal.Instant.from(until);
    const left = remaining(this.clock.minute(), then);
    if (left.days > 1) return this.words.n('meetings.time.days', this.daysTo(then));
    const hours = left.days * 24 + left.hours;
    const minutes = left.minutes + (left.seconds > 0 ? 1 : 0);
    if (hours >= 6) return this.words.n('meetings.time.hours', hours);
    if (hours > 0) return this.words.t('meetings.time.hours_minutes', { hours, minutes });
    return this.words.t('meetings.time.minutes', { count: Math.max(1, minutes) });
  }

  /** Nights to sleep until then, by the reader's calendar: what people mean by "in 14 days". */
  private daysTo(then: Temporal.Instant): number {
    const zone = this.clock.zone();
    const today = Temporal.PlainDate.from(dateAt(this.clock.minute(), zone));
    return today.until(dateAt(then, zone)).days;
  }

  /** `now`, `3 min ago`, or the time and day of it. */
  ago(at: string): string {
    const minutes = Math.floor((this.clock.minute().epochMilliseconds - Date.parse(at)) / 60_000);
    if (minutes < 1) return this.words.t('meetings.time.just_now');
    if (minutes < 60) return this.words.t('meetings.time.minutes_ago', { count: minutes });
    return this.within(at);
  }

  /** `Today, 09:15` or `Thu 21 January, 15:02`. */
  moment(at: string): string {
    return this.momentWith('meetings.time.today', at);
  }

  /** `today, 09:15` or `Thu 21 January, 15:02`, in running text. */
  within(at: string): string {
    return this.momentWith('meetings.time.today_within', at);
  }

  /** `09:15` today, else `Thu 21 January, 15:02`. */
  since(at: string): string {
    return this.isToday(at) ? this.time(at) : this.moment(at);
  }

  private momentWith(today: string, at: string): string {
    const time = this.time(at);
    return this.isToday(at)
      ? this.words.t('meetings.time.moment', { day: this.words.t(today), time })
      : this.words.t('meetings.time.moment_day', { day: this.day(at), time });
  }

  private isToday(at: string): boolean {
    const zone = this.clock.zone();
    return dateAt(this.clock.minute(), zone) === dateAt(Temporal.Instant.from(at), zone);
  }

  /** `09:31 CET` today, else `Wed 27 January, 08:10 CET`. */
  deadline(at: string): string {
    const zone = this.clock.zone();
    const today = dateAt(this.clock.minute(), zone) === dateAt(Temporal.Instant.from(at), zone);
    return today ? this.timeZoned(at) : this.whole(at);
  }

  /** Short enough for a row: `09:31` today, else `Wed 27, 08:10`. */
  briefDeadline(at: string): string {
    const zone = this.clock.zone();
    const today = dateAt(this.clock.minute(), zone) === dateAt(Temporal.Instant.from(at), zone);
    return today
      ? this.time(at)
      : this.words.t('meetings.time.moment', { day: this.shortDay(at), time: this.time(at) });
  }

  /** `Answer by 09:31 CET, 15 min left`. */
  answerBy(at: string, time = this.deadline(at)): StateWords {
    const left = remainingMinutes(this.clock.minute(), Temporal.Instant.from(at));
    const soon = left <= SOON;
    return {
      icon: 'hourglass',
      kind: soon ? 'caution' : 'quiet',
      text: soon
        ? this.words.t('meetings.state.answer_soon', { time, left: this.span(at) })
        : this.words.t('meetings.state.answer', { time }),
    };
  }

  /** State of an entry, with its deadline written out. */
  state(entry: InboxEntry): StateWords {
    return this.stateBy(entry, (at) => this.deadline(at));
  }

  /** State of an entry, short enough for a row. */
  briefState(entry: InboxEntry): StateWords {
    return this.stateBy(entry, (at) => this.briefDeadline(at));
  }

  private stateBy(entry: InboxEntry, deadline: (at: string) => string): StateWords {
    const t = (key: string): string => this.words.t(`meetings.state.${key}`, { name: this.called(entry.partner.name) });
    if (isStuck(entry)) return { icon: 'alert', kind: 'caution', text: t('none_left') };
    switch (entry.state) {
      case 'answer':
        return this.answerBy(entry.answerBy!, deadline(entry.answerBy!));
      case 'awaiting':
        return {
          icon: 'hourglass',
          kind: 'plain',
          text: this.words.t('meetings.state.until', { time: deadline(entry.answerBy!) }),
        };
      case 'confirmed':
        return { icon: 'check', kind: 'good', text: t('confirmed') };
      case 'room_open':
        return { icon: 'live', kind: 'live', text: t(entry.partnerHere ? 'room_open_inside' : 'room_open') };
      case 'live':
        return { icon: 'live', kind: 'live', text: t('live') };
      case 'held':
        return { icon: 'check', kind: 'plain', text: t('held') };
      case 'over':
        return { icon: 'clock', kind: 'quiet', text: t('over') };
      default:
        return { icon: 'dash', kind: 'quiet', text: t(entry.state) };
    }
  }

  /** In running text: `Aiko Tanaka`, `クララ・ヴァイス様`. */
  name(name: PersonName): string {
    return shortName(name, this.words.lang());
  }

  /** Somebody of one's own office: `Aiko Tanaka`, `田中 愛子さん`. */
  colleague(name: PersonName): string {
    const lang = this.words.lang();
    const { first } = writeName(name, lang, { honorific: false });
    return lang === 'ja' ? `${first}さん` : first;
  }

  /** Who cancelled a meeting, seen by its reader: by name, with whom they did it for. */
  canceller({ cancelledBy, cancelledThrough, me, sides }: MeetingView): { by: Canceller; name: string } {
    const did = sides.find(({ participant }) => participant.participantId === cancelledBy);
    if (!did) return { by: 'system', name: '' };
    if (cancelledBy === me && !cancelledThrough) return { by: 'you', name: '' };
    const whole = this.name(did.participant.name);
    const name = cancelledThrough
      ? this.words.t('meetings.page.for_other', { by: this.name(cancelledThrough), principal: whole })
      : whole;
    const mine = sides.find(({ participant }) => participant.participantId === me)?.side;
    return { by: did.side === mine ? 'colleague' : 'them', name };
  }

  /** How one speaks of somebody already named: `Aiko`, `田中様`. */
  called(name: PersonName): string {
    if (this.words.lang() === 'en') return name.givenLatin;
    const whole = writeName(name, 'ja', { honorific: false }).first;
    return `${name.familyKana && !name.familyLocal ? name.familyKana : (name.familyLocal ?? whole)}様`;
  }

  organisation(organisation: OrganisationCard): string {
    return organisationName(organisation, this.words.lang());
  }

  /** In the reader's language, where somebody gave it in two. */
  jobTitle(person: Pick<WorkTitles, 'jobTitle' | 'jobTitleOther'>): string | null {
    return jobTitleIn({ department: null, ...person }, this.words.lang());
  }

  /** What somebody is, and where: `Director, Osaka Bay Green Industry Council`. */
  post({ organisation, ...titles }: Pick<ParticipantCard, 'organisation'> & WorkTitles): string {
    const parts = [this.jobTitle(titles), this.organisation(organisation)].filter(Boolean);
    return parts.join(this.words.lang() === 'ja' ? '、' : ', ');
  }

  /** The language's name: `English`, `英語`. */
  language(code: string): string {
    const key = `meetings.language.${code}`;
    if (this.words.has(key)) return this.words.t(key);
    return new Intl.DisplayNames([this.words.lang()], { type: 'language' }).of(code) ?? code;
  }

  /** `Japanese and English`; `日本語、英語`. */
  languages(codes: readonly string[]): string {
    const names = codes.map((code) => this.language(code));
    if (this.words.lang() === 'ja') return names.join('、');
    return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
  }

  /** What it is about, as somebody wrote it; where nobody did, how it came about. */
  about({ reason, arranged }: Pick<MeetingView, 'reason' | 'arranged'>): string {
    return arranged ? this.words.t(`meetings.arranged.${arranged}`) : reason;
  }

  /** The language that something typed is in, as far as its script tells: to mark it on a page in the other. */
  written(text: string): Lang {
    return kana.test(text) ? 'ja' : 'en';
  }

  /** Length of a meeting in minutes. */
  minutes(startsAt: string, endsAt: string): number {
    return Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  }
}
