import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatInZones, zoneCity } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { type ProblemText, ProblemWords } from '../../core/problem/problem-words';
import { DemoApi } from '../../data/demo/demo-api';
import { Note } from '../../ui/feedback/note';
import { Control, Field } from '../../ui/forms/field';

/** What those who organise a rehearsal need: its clock, and the way to the letters that were kept instead of sent. */
@Component({
  selector: 'musubi-rehearsal',
  imports: [RouterLink, Control, Field, Note],
  template: `<section class="section" aria-labelledby="clock">
      <div class="section-head">
        <h2 id="clock" class="title-section">{{ t('demo.rehearsal.clock') }}</h2>
        <span class="num" role="status">{{ now() }}</span>
      </div>
      <p class="soft">{{ t('demo.clock_help') }}</p>
      @if (problem(); as told) {
        <musubi-note icon="alert" kind="caution" role="alert"
          ><strong>{{ t('common.stopped', { text: told.title }) }}</strong> {{ told.text }}</musubi-note
        >
      }
      <form (submit)="set($event)">
        <musubi-field [label]="t('demo.rehearsal.to', { city: city() })">
          <input
            musubiControl
            type="datetime-local"
            required
            [min]="wall()"
            [value]="wanted()"
            (input)="wanted.set($any($event.target).value)"
          />
        </musubi-field>
        <button class="btn btn-primary" type="submit" [disabled]="busy()">{{ t('demo.rehearsal.set') }}</button>
      </form>
    </section>
    <section class="section" aria-labelledby="letters">
      <h2 id="letters" class="title-section">{{ t('demo.rehearsal.mail') }}</h2>
      <p class="soft">{{ t('demo.rehearsal.mail_help') }}</p>
      <p>
        <a class="btn" routerLink="/mail">{{ t('demo.rehearsal.read') }}</a>
      </p>
    </section>`,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      gap: var(--space-3);
      margin-top: var(--space-4);
    }
    .btn {
      min-height: 44px;
    }
    .soft + p,
    musubi-note {
      margin-top: var(--space-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Rehearsal {
  private readonly api = inject(DemoApi);
  private readonly clock = inject(Clock);
  private readonly problems = inject(ProblemWords);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;

  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemText | null>(null);
  protected readonly wanted = signal('');
  protected readonly city = computed(() => zoneCity(this.clock.zone(), this.words.lang()));
  protected readonly now = computed(() =>
    formatInZones(this.clock.minute(), ['Europe/Brussels', 'Asia/Tokyo'], this.words.lang(), { month: 'long' }),
  );
  /** The reader's wall, as the field writes it. */
  protected readonly wall = computed(() =>
    this.clock.minute().toZonedDateTimeISO(this.clock.zone()).toPlainDateTime().toString({ smallestUnit: 'minute' }),
  );

  protected async set(submit: Event): Promise<void> {
    submit.preventDefault();
    const wanted = this.wanted();
    if (!wanted) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const to = Temporal.PlainDateTime.from(wanted).toZonedDateTime(this.clock.zone()).toInstant();
      this.clock.set(await this.api.jump(to.toString()));
      this.wanted.set('');
    } catch (refusal) {
      this.problem.set(this.problems.of(refusal));
    } finally {
      this.busy.set(false);
    }
  }
}
