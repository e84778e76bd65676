import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EventView, HelpRequestCard, MeetingView } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { sending } from '../../core/problem/sending';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { HelpStore } from '../../data/organiser/help/help-store';
import { NowStore } from '../../data/organiser/now/now-store';
import { Fresh } from '../../ui/feedback/fresh';
import { Note } from '../../ui/feedback/note';
import { State } from '../../ui/feedback/state';
import { Control, Field } from '../../ui/forms/field';
import { RoomWay } from './room-way';

/** Who calls for help from a meeting, to be answered without leaving the board. */
@Component({
  selector: 'musubi-help-calls',
  imports: [Control, Field, Fresh, Note, RoomWay, RouterLink, State],
  template: `@if (calls().length > 0) {
    <section class="section" aria-labelledby="calls">
      <div class="section-head">
        <h2 id="calls" class="title-part">
          {{ t('organiser.now.calls.title') }}
          @if (waiting(); as count) {
            <span class="num">{{ count }}</span>
          }
        </h2>
      </div>
      <ul>
        @for (one of calls(); track one.call.helpRequestId) {
          <li [musubiFresh]="one.call.answeredAt ?? ''">
            <p class="head">
              <b>{{ one.who }}</b>
              <musubi-state
                [icon]="one.call.answeredAt ? 'check' : 'help'"
                [kind]="one.call.answeredAt ? 'good' : 'bad'"
                >{{ one.state }}</musubi-state
              >
            </p>
            <p>
              {{ t('organiser.now.calls.topic.' + one.call.about) }}
              @if (one.call.text; as text) {
                <span class="said" [attr.lang]="say.written(text)">{{ text }}</span>
              }
            </p>
            @if (one.call.answer; as answer) {
              <p class="meta">{{ answer }}</p>
            } @else {
              <form (submit)="send($event, one.call)" novalidate>
                <musubi-field [label]="t('organiser.now.calls.answer', { name: one.called })">
                  <input
                    musubiControl
                    maxlength="400"
                    autocomplete="off"
                    [value]="texts()[one.call.helpRequestId] ?? ''"
                    (input)="type($event, one.call)"
                  />
                </musubi-field>
                <button class="btn btn-sm" type="submit" [disabled]="sending.busy()">
                  {{ t('organiser.now.calls.send') }}
                </button>
              </form>
            }
            <div class="acts">
              <a class="btn btn-sm" [routerLink]="['/app/events', event().slug, 'meetings', one.call.meetingId, 'room']"
                >{{ t('organiser.now.calls.to_room') }}
                <span class="visually-hidden">{{ t('organiser.now.calls.to_room_of', { name: one.called }) }}</span></a
              >
              @if (one.meeting?.state === 'confirmed' && one.meeting; as meeting) {
                <musubi-room-way [meeting]="meeting" [desk]="desk" />
              }
            </div>
          </li>
        }
      </ul>
      @if (sending.failed(); as problem) {
        <musubi-note icon="alert" kind="caution" role="alert"
          ><strong>{{ t('common.stopped', { text: problem.title }) }}</strong> {{ problem.text }}</musubi-note
        >
      }
    </section>
  }`,
  styles: `
    :host {
      display: block;
    }
    :host:empty {
      display: none;
    }
    section {
      margin-top: 0;
    }
    .num {
      font-weight: 400;
      color: var(--color-ink-faint);
    }
    ul {
      display: grid;
    }
    li {
      display: grid;
      gap: var(--space-2);
      padding: var(--space-3) 0;
      border-top: var(--hairline) solid var(--color-rule);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 var(--space-3);
    }
    .said {
      overflow-wrap: anywhere;
    }
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: end;
      gap: var(--space-2);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HelpCalls {
  readonly event = input.required<EventView>();
  readonly meetings = input.required<readonly MeetingView[]>();

  private readonly store = inject(HelpStore);
  protected readonly desk = inject(NowStore);
  protected readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;
  protected readonly sending = sending();
  protected readonly texts = signal<Readonly<Record<string, string>>>({});

  protected readonly waiting = computed(() => this.store.calls().filter(({ answeredAt }) => !answeredAt).length);
  protected readonly calls = computed(() =>
    this.store.calls().map((call) => {
      const meeting = this.meetings().find(({ meetingId }) => meetingId === call.meetingId) ?? null;
      const sides = meeting?.sides ?? [];
      const by = sides.find(({ participant }) => participant.participantId === call.by);
      const at = call.answeredAt ?? call.askedAt;
      const time = this.say.timeZoned(at);
      return {
        call,
        meeting,
        called: by ? this.say.called(by.participant.name) : '',
        who: sides.map(({ participant }) => this.say.name(participant.name)).join(' – '),
        state: this.t(call.answeredAt ? 'organiser.now.calls.answered' : 'organiser.now.calls.waiting', { time }),
      };
    }),
  );

  constructor() {
    const eventId = computed(() => this.event().eventId);
    effect(() => {
      const id = eventId();
      untracked(() => void this.store.open(id));
    });
  }

  protected type(typing: Event, { helpRequestId }: HelpRequestCard): void {
    const { value } = typing.target as HTMLInputElement;
    this.texts.update((texts) => ({ ...texts, [helpRequestId]: value }));
  }

  protected async send(submit: Event, { helpRequestId }: HelpRequestCard): Promise<void> {
    submit.preventDefault();
    const text = this.texts()[helpRequestId]?.trim();
    if (text) await this.sending.run(() => this.store.answer(helpRequestId, text));
  }
}
