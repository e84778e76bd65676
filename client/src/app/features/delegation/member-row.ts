import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import {
  delegationParts,
  type DelegationMember,
  type DelegationPart,
  type DelegationView,
  workTitle,
} from '@musubi/contracts';
import { formatRangeInZones } from '@musubi/time';
import { Words } from '../../core/i18n/words';
import { freeBand, type BandDay } from '../../data/delegation/free-band';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { Person } from '../../ui/people/person';

/** One member: who, what they have to do, and when they can be met. */
@Component({
  selector: 'musubi-member-row',
  imports: [Person],
  template: `
    @let one = member();
    <musubi-person
      [name]="one.participant.name"
      [lang]="words.lang()"
      [sub]="beneath()"
      size="sm"
      [honorific]="false"
    />
    <p class="load num">
      {{ words.n('delegation.load.meetings', one.meetings) }}
      @if (one.meetings > 0) {
        <span class="meta">{{ load() }}</span>
      }
    </p>
    @if (keeps()) {
      <label class="part">
        <span class="visually-hidden">{{
          t('delegation.part.of', { name: say.colleague(one.participant.name) })
        }}</span>
        <select class="input" [disabled]="busy()" (change)="choose($event)">
          @for (value of parts; track value) {
            <option [value]="value" [selected]="one.part === value">{{ t('delegation.part.' + value) }}</option>
          }
        </select>
      </label>
    } @else {
      <span class="part">{{ t('delegation.part.' + one.part) }}</span>
    }
    <div class="days">
      @for (day of days(); track day.date) {
        <div class="day">
          <span class="meta num">{{ range(day) }}</span>
          <div class="band" role="img" [attr.aria-label]="said(day)">
            @for (cell of day.cells; track cell.startsAt) {
              <span [class.busy]="!cell.free"></span>
            }
          </div>
          <span class="meta num" aria-hidden="true">{{ count(day) }}</span>
        </div>
      } @empty {
        <span class="meta">{{ t('delegation.band.none') }}</span>
      }
    </div>
  `,
  styleUrl: './member-row.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MemberRow {
  readonly member = input.required<DelegationMember>();
  readonly slots = input.required<DelegationView['slots']>();
  /** Mine first. */
  readonly zones = input.required<readonly string[]>();
  readonly keeps = input(false);
  readonly busy = input(false);
  readonly part = output<DelegationPart>();

  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly parts = delegationParts;

  protected readonly beneath = computed(() => {
    const { me, participant } = this.member();
    const title = workTitle(participant, this.words.lang());
    return [me ? this.t('delegation.members.you') : '', title].filter(Boolean).join(this.dot());
  });
  protected readonly load = computed(() => {
    const { minutes, unsocialMinutes } = this.member();
    return [
      this.t('delegation.load.minutes', { count: minutes }),
      ...(unsocialMinutes > 0 ? [this.t('delegation.load.unsocial', { count: unsocialMinutes })] : []),
    ].join(this.dot());
  });
  protected readonly days = computed(() => freeBand(this.slots(), this.member(), this.zones()[0]!));

  protected range({ startsAt, endsAt }: BandDay): string {
    const during = { start: Temporal.Instant.from(startsAt), end: Temporal.Instant.from(endsAt) };
    return formatRangeInZones(during, this.zones(), this.words.lang(), { year: false });
  }

  protected count({ free, cells }: BandDay): string {
    return this.t('delegation.band.count', { free, all: cells.length });
  }

  protected said(day: BandDay): string {
    return this.t('delegation.band.said', { free: day.free, all: day.cells.length, day: this.range(day) });
  }

  protected choose(change: Event): void {
    this.part.emit((change.target as HTMLSelectElement).value as DelegationPart);
  }

  private readonly dot = (): string => (this.words.lang() === 'ja' ? '・' : ' · ');
}
