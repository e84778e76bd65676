import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { RecommendationView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { MatchWords } from '../../../data/matchmaking/match-words';
import { MeetingWords } from '../../../data/meetings/meeting-words';

/** Why somebody is suggested, part by part: a thread, a word for its strength, and the reason. */
@Component({
  selector: 'musubi-match-parts',
  template: `<table class="parts">
    <caption class="visually-hidden">
      {{
        t('matchmaking.top.why', { name: name() })
      }}
    </caption>
    <tbody>
      @for (row of rows(); track row.part) {
        <tr [class]="row.strength">
          <th scope="row">
            <span class="label-cell"
              ><svg viewBox="0 0 48 8" width="32" height="8" aria-hidden="true"><path d="M1 4H47" /></svg
              ><span>{{ row.label }}</span></span
            >
          </th>
          <td class="word">{{ row.word }}</td>
          <td>{{ row.because }}</td>
        </tr>
      }
    </tbody>
  </table>`,
  styles: `
    :host {
      display: block;
    }
    .parts {
      width: 100%;
      border-collapse: collapse;
      font-size: 0.875rem;
      line-height: 1.45;
    }
    th,
    td {
      text-align: left;
      vertical-align: top;
      padding: 7px var(--space-3) 7px 0;
      border-top: var(--hairline) solid var(--color-rule);
      font-weight: 400;
    }
    tr:first-child > * {
      border-top: 0;
    }
    th {
      font-weight: var(--weight-label);
      white-space: nowrap;
    }
    .word {
      font-size: var(--text-sm);
      color: var(--color-ink-faint);
      width: 56px;
    }
    .label-cell {
      display: flex;
      gap: var(--space-3);
    }
    svg {
      flex: none;
      margin-top: 6px;
      width: 32px;
      stroke: var(--color-ink-soft);
      stroke-width: 1;
    }
    .strong svg {
      stroke: var(--color-ink);
      stroke-width: 2.5;
    }
    .none svg {
      stroke: var(--color-edge);
      stroke-dasharray: 1 4;
    }
    .none {
      color: var(--color-ink-faint);
    }
    @media (max-width: 767px) {
      svg {
        width: 24px;
      }
      .label-cell {
        gap: var(--space-2);
      }
      .word {
        width: 44px;
      }
      th {
        white-space: normal;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchParts {
  readonly recommendation = input.required<RecommendationView>();
  private readonly match = inject(MatchWords);
  private readonly say = inject(MeetingWords);
  protected readonly t = inject(Words).t;
  protected readonly name = computed(() => this.say.name(this.recommendation().participant.name));
  protected readonly rows = computed(() =>
    this.recommendation().reasons.map((reason) => ({
      part: reason.part,
      strength: reason.strength,
      label: this.t(`match.part.${reason.part}`),
      word: this.t(`match.strength.${reason.strength}`),
      because: this.match.because(reason, this.recommendation()),
    })),
  );
}
