import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { type GuestInvitation, invitationsListed } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { asRefusal } from '../../../core/problem/problem';
import { ProblemWords } from '../../../core/problem/problem-words';
import { Realtime } from '../../../core/realtime/realtime';
import { CurrentEvent } from '../../../data/events/current-event';
import { GuestsApi } from '../../../data/guests/guests-api';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { MeetingsStore } from '../../../data/meetings/meetings-store';
import { Reading } from '../../../data/reading';
import { partnerOf } from '../../../data/meetings/inbox/inbox';
import { type LostTime, timesWithin } from '../../../data/meetings/inbox/lost-times';
import { Dialogs } from '../../../ui/dialog/dialogs';
import { Failure } from '../../../ui/feedback/failure';
import { State } from '../../../ui/feedback/state';
import { Written } from '../../../ui/text/written';

/** Invitations to what two others agree on: who comes, when, what for; answered where they stand. */
@Component({
  selector: 'musubi-invitations',
  imports: [Failure, State, Written],
  template: `@if (shown().length > 0) {
      <section aria-labelledby="invitations">
        <h2 id="invitations">
          {{ t('company.invitations') }} <span class="num">{{ shown().length }}</span>
        </h2>
        <ul>
          @for (one of shown(); track one.guestId) {
            <li [class.asked]="one.guestId === invitation()">
              <div class="what">
                <p class="who">
                  {{ t('company.between', { from: say.name(one.from.name), to: say.name(one.to.name) }) }}
                </p>
                <p class="meta">
                  {{ say.organisation(one.from.organisation) }} · {{ say.organisation(one.to.organisation) }}
                </p>
                <p [musubiWritten]="words.written(say.written(say.about(one)))">{{ say.about(one) }}</p>
                @if (one.others.length > 0) {
                  <p class="meta">{{ t('company.also', { names: names(one) }) }}</p>
                }
                <ul class="times" [attr.aria-label]="t(one.meeting ? 'company.when' : 'company.proposed')">
                  @for (time of times(one); track time.startsAt) {
                    <li [class.gone]="!time.open">
                      <time [attr.datetime]="time.startsAt">{{ walls(one, time.startsAt) }}</time>
                      @if (!time.open) {
                        <span class="meta">{{ t('company.elsewhere') }}</span>
                      }
                    </li>
                  }
                </ul>
                <p class="meta">{{ t('company.you_come.' + one.part) }}</p>
              </div>
              <div class="acts">
                @if (one.state === 'invited') {
                  <button
                    class="btn"
                    type="button"
                    [disabled]="busy()"
                    [attr.aria-label]="named('come', one)"
                    (click)="accept(one)"
                  >
                    {{ t('company.come') }}
                  </button>
                  <button
                    class="btn btn-ghost"
                    type="button"
                    [disabled]="busy()"
                    [attr.aria-label]="named('decline', one)"
                    (click)="decline(one)"
                  >
                    {{ t('company.decline') }}
                  </button>
                } @else {
                  <musubi-state icon="check" kind="good">{{ t('company.coming') }}</musubi-state>
                  <button
                    class="btn btn-ghost btn-sm"
                    type="button"
                    [disabled]="busy()"
                    [attr.aria-label]="named('not_coming', one)"
                    (click)="decline(one)"
                  >
                    {{ t('company.not_coming') }}
                  </button>
                }
              </div>
            </li>
          }
        </ul>
        @if (failed(); as problem) {
          <musubi-failure
            [heading]="problem.title"
            [text]="problem.text"
            [reference]="problem.reference"
            [words]="problems.refused()"
          />
        }
      </section>
    }
    @if (cut(); as count) {
      <p class="meta">{{ t('company.invitations_cut', { count }) }}</p>
    }`,
  styleUrl: './invitations.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Invitations {
  /** The one that a letter leads to. */
  readonly invitation = input<string>();

  private readonly api = inject(GuestsApi);
  private readonly meetings = inject(MeetingsStore);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(ProblemWords);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly event = inject(CurrentEvent).event;
  private readonly read = new Reading<GuestInvitation[]>(() => this.api.mine(this.event()!.eventId));
  private readonly refusal = signal<ReturnType<typeof asRefusal> | null>(null);
  protected readonly busy = signal(false);

  /** Those that wait for me, and those that wait for a time; a meeting stands in the list itself. */
  protected readonly shown = computed(() =>
    (this.read.value() ?? []).filter(({ state, meeting }) => state === 'invited' || (state === 'accepted' && !meeting)),
  );
  /** As many as are read at once: there may be older ones. */
  protected readonly cut = computed(() =>
    (this.read.value() ?? []).length >= invitationsListed ? invitationsListed : null,
  );
  protected readonly failed = computed(() => {
    const refusal = this.refusal();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      if (this.event()) untracked(() => void this.read.refresh());
    });
    const realtime = inject(Realtime);
    const stops = [
      realtime.on('guest.changed', () => void this.read.refresh()),
      realtime.on('agenda.changed', () => void this.read.refresh()),
    ];
    inject(DestroyRef).onDestroy(() => stops.forEach((stop) => stop()));
  }

  protected times({ meeting, slots }: GuestInvitation): { startsAt: string; open: boolean }[] {
    return meeting ? [{ startsAt: meeting.startsAt, open: true }] : slots;
  }

  /** On the reader's wall, and on that of whichever side reads another one. */
  protected walls({ from, to, others }: GuestInvitation, startsAt: string): string {
    const zones = [from, to, ...others].map(({ zone }) => zone);
    return this.say.wholeBoth(startsAt, zones.find((zone) => this.say.other(startsAt, zone)) ?? from.zone);
  }

  protected names({ others }: GuestInvitation): string {
    return others.map(({ name }) => this.say.name(name)).join(', ');
  }

  protected named(action: string, { from }: GuestInvitation): string {
    return this.t('company.named', { action: this.t(`company.${action}`), name: this.say.name(from.name) });
  }

  /** Whoever comes is taken then: what of their own requests falls away by it is said before. */
  protected async accept(one: GuestInvitation): Promise<void> {
    const lost = one.meeting ? timesWithin(this.meetings.requests(), one.meeting) : [];
    if (lost.length > 0 && !(await this.sure(one, lost))) return;
    await this.run(() => this.api.accept(one.guestId), 'company.accepted');
  }

  private sure(one: GuestInvitation, lost: readonly LostTime[]): Promise<boolean> {
    const times = lost.map(({ request, startsAt, only }) =>
      this.t(`company.falls.${only ? 'only' : 'time'}`, {
        name: this.say.name(partnerOf(request).name),
        time: this.say.whole(startsAt),
      }),
    );
    const answered = (): boolean =>
      this.read.value()?.find(({ guestId }) => guestId === one.guestId)?.state !== 'invited';
    return this.dialogs.confirm(
      {
        heading: this.t('company.falls.title'),
        text: this.t('company.falls.text', { times: times.join(this.words.lang() === 'ja' ? '、' : '; ') }),
        confirm: this.t('company.come'),
        cancel: this.t('company.falls.keep'),
      },
      answered,
    );
  }

  protected decline(one: GuestInvitation): void {
    void this.run(() => this.api.decline(one.guestId), 'company.declined');
  }

  private async run(work: () => Promise<GuestInvitation>, said: string): Promise<void> {
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const answered = await work();
      this.read.change((all) => all.map((one) => (one.guestId === answered.guestId ? answered : one)));
      this.toasts.show({ text: this.t(said) });
      void this.meetings.refresh();
    } catch (error) {
      this.refusal.set(asRefusal(error));
      void this.read.refresh();
    } finally {
      this.busy.set(false);
    }
  }
}
