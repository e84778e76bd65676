import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Heading of a section, with room for one link or remark at its end. */
@Component({
  selector: 'musubi-section-head',
  template: `<h2 [id]="headingId()" [class.title-section]="size() === 'section'" [class.title-part]="size() === 'part'">
      {{ heading() }}
    </h2>
    <ng-content />`,
  host: { class: 'section-head' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SectionHead {
  readonly heading = input.required<string>();
  /** Names the section: `<section aria-labelledby>`. */
  readonly headingId = input.required<string>();
  readonly size = input<'section' | 'part'>('section');
}
