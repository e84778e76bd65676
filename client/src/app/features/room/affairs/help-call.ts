import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { type HelpTopic, helpTopics } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { sending } from '../../../core/problem/sending';
import { RoomAffairs } from '../../../data/room/affairs/room-affairs';
import { MeetingWords } from '../../../data/meetings/meeting-words';
import { RoomStore } from '../../../data/room/room-store';
import { Note } from '../../../ui/feedback/note';
import { Control, Field } from '../../../ui/forms/field';

/** Calls the organisers, who see it at once. */
@Component({
  selector: 'musubi-help-call',
  imports: [Control, Field, Note],
  template: `<form (submit)="send($event)" novalidate>
    <musubi-field [label]="t('room.help.about')">
      <select musubiControl (change)="choose($event)">
        @for (one of topics; track one) {
          <option [value]="one" [selected]="one === topic()">{{ t('room.help.topic.' + one) }}</option>
        }
      </select>
    </musubi-field>
    <musubi-field [label]="t('room.help.text')" [optional]="t('common.optional')">
      <textarea musubiControl rows="2" maxlength="400" [value]="text()" (input)="type($event)"></textarea>
    </musubi-field>
    <div>
      <button class="btn" type="submit" [disabled]="sending.busy()">{{ t('room.help.call') }}</button>
    </div>
    @if (sending.failed(); as problem) {
      <musubi-note icon="alert" kind="caution" role="alert"
        ><strong>{{ t('common.stopped', { text: problem.title }) }}</strong> {{ problem.text }}</musubi-note
      >
    }
  </form>`,
  styleUrl: './affair.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HelpCall {
  readonly about = input<HelpTopic>('technical');
  readonly sent = output();

  private readonly affairs = inject(RoomAffairs);
  protected readonly t = inject(Words).t;
  protected readonly sending = sending();
  protected readonly topics = helpTopics;
  protected readonly topic = linkedSignal(() => this.about());
  protected readonly text = signal('');

  protected choose(change: Event): void {
    this.topic.set((change.target as HTMLSelectElement).value as HelpTopic);
  }

  protected type(typing: Event): void {
    this.text.set((typing.target as HTMLTextAreaElement).value);
  }

  protected async send(submit: Event): Promise<void> {
    submit.preventDefault();
    const help = { about: this.topic(), text: this.text().trim() || null };
    await this.sending.run(() => this.affairs.callHelp(help));
    if (this.sending.failed()) return;
    this.text.set('');
    this.sent.emit();
  }
}

/** That the organisers were called, and what they answered. */
@Component({
  selector: 'musubi-help-note',
  imports: [Note],
  template: `@if (help(); as call) {
    <musubi-note icon="help" role="status">
      @if (call.answer; as answer) {
        <strong>{{ answered() }}</strong> {{ answer }}
      } @else {
        {{ called() }}
      }
    </musubi-note>
  }`,
  styleUrl: './affair.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HelpNote {
  private readonly affairs = inject(RoomAffairs);
  private readonly store = inject(RoomStore);
  private readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;
  protected readonly help = computed(() => this.affairs.view()?.help ?? null);
  private readonly mine = computed(() => this.help()?.by === this.store.meeting()?.me);
  /** Who called: the other side reads it, too. Whoever has handed the meeting over is no longer among the sides. */
  private readonly caller = computed(() => {
    const by = this.help()?.by;
    const side = this.store.meeting()?.sides.find(({ participant }) => participant.participantId === by);
    return side ? this.say.called(side.participant.name) : null;
  });
  protected readonly called = computed(() => {
    if (this.mine()) return this.t('room.help.called');
    const name = this.caller();
    return name ? this.t('room.help.called_by', { name }) : this.t('room.help.called_once');
  });
  /** To whom the answer is given. */
  protected readonly answered = computed(() => {
    const name = this.caller();
    return this.mine() || !name ? this.t('room.help.answered') : this.t('room.help.answered_them', { name });
  });
}
