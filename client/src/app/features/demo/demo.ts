import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DemoPerson } from '@musubi/contracts';
import { formatInZones } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Language } from '../../core/i18n/language';
import { Login } from '../../core/login/login';
import { PageHead } from '../../core/page/page-head';
import { Realtime } from '../../core/realtime/realtime';
import { type ProblemText, ProblemWords } from '../../core/problem/problem-words';
import { asRefusal } from '../../core/problem/problem';
import { DemoApi } from '../../data/demo/demo-api';
import { DemoStore } from '../../data/demo/demo-store';
import { RehearsalStore } from '../../data/mail/rehearsal';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';
import { Mono } from '../../ui/people/mono';
import { Name } from '../../ui/people/name';
import { Rehearsal } from './rehearsal';

const sides = ['eu', 'jp', 'other'] as const;
type Group = (typeof sides)[number];

/** The demo's door: whom one can be, and what time it is. */
@Component({
  selector: 'musubi-demo',
  imports: [RouterLink, Failure, Mono, Name, Note, Rehearsal, Skeleton, State],
  templateUrl: './demo.html',
  styleUrl: './demo.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Demo {
  private readonly api = inject(DemoApi);
  private readonly router = inject(Router);
  protected readonly problems = inject(ProblemWords);
  private readonly language = inject(Language);
  private readonly realtime = inject(Realtime);
  private readonly rehearsal = inject(RehearsalStore);
  protected readonly clock = inject(Clock);
  protected readonly login = inject(Login);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly read = inject(DemoStore).state;
  protected readonly busy = signal<string | null>(null);
  protected readonly problem = signal<ProblemText | null>(null);
  protected readonly now = computed(() =>
    formatInZones(this.clock.minute(), ['Europe/Brussels', 'Asia/Tokyo'], this.lang(), { month: 'long' }),
  );
  /** Both sides beside each other, then those who run it. */
  protected readonly groups = computed(() => {
    const people = this.read.value()?.people ?? [];
    return sides
      .map((side) => ({ side, people: people.filter((person) => groupOf(person) === side) }))
      .filter((group) => group.people.length > 0);
  });
  protected readonly stops = computed(() =>
    (this.read.value()?.stops ?? []).map(({ at, label }) => ({
      at,
      label: label[this.lang()],
      when: formatInZones(Temporal.Instant.from(at), ['Europe/Brussels', 'Asia/Tokyo'], this.lang(), { month: 'long' }),
      past: Date.parse(at) <= this.clock.minute().epochMilliseconds,
    })),
  );
  protected readonly noDemo = computed(() => this.read.failed()?.code === 'not_found');
  /** There is no demo, but a rehearsal that the reader organises. */
  protected readonly rehearses = computed(() => this.noDemo() && this.rehearsal.organised());
  protected readonly failed = computed(() => {
    const refusal = this.read.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      if (this.noDemo() && this.login.isOrganiser()) void this.rehearsal.look();
    });
    const head = inject(PageHead);
    effect(() =>
      head.set({ title: `${this.t('common.nav.demo')} · Musubi`, description: this.t('demo.lead'), lang: this.lang() }),
    );
  }

  protected async be(person: DemoPerson): Promise<void> {
    this.busy.set(person.userId);
    this.problem.set(null);
    try {
      this.realtime.stop();
      this.login.accept(await this.api.signIn(person.userId));
      await this.language.choose(person.lang);
      const slug = this.read.value()?.conferenceSlug ?? '';
      await this.router.navigateByUrl(startOf(person, slug));
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(null);
    }
  }

  protected async jump(at: string): Promise<void> {
    this.busy.set(at);
    this.problem.set(null);
    try {
      this.clock.set(await this.api.jump(at));
    } catch (error) {
      this.problem.set(this.problems.of(asRefusal(error)));
    } finally {
      this.busy.set(null);
    }
  }
}

function startOf({ role }: DemoPerson, slug: string): string {
  if (role === 'organiser' || role === 'owner') return `/organise/events/${slug}/now`;
  return role === 'interpreter' ? '/app/interpreting' : `/app/events/${slug}/home`;
}

function groupOf({ role, side }: DemoPerson): Group {
  if (role === 'organiser' || role === 'owner') return 'other';
  return side === 'eu' || side === 'jp' ? side : 'other';
}
