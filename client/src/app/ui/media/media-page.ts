import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Failure, type FailureWords } from '../feedback/failure';
import { Skeleton } from '../feedback/skeleton';
import { Brand } from '../layout/brand';
import { SkipLink } from '../layout/skip-link';

export interface MediaPageWords {
  readonly skip: string;
  /** Where the brand leads. */
  readonly home: string;
  readonly loading: string;
  readonly failure: FailureWords;
}

/**
 * A page that one is seen and heard on: it fills the screen, one bar above says where one is. Content: the `h1`, what
 * stands in the middle of the bar (`barMiddle`), at its end (`barEnd`), on its edge (`barEdge`), and the page itself.
 */
@Component({
  selector: 'musubi-media-page',
  imports: [RouterLink, Brand, Failure, Skeleton, SkipLink],
  template: `<musubi-skip-link [label]="words().skip" />
    <header [class.inside]="inside()">
      <div class="bar">
        <div class="start">
          <a musubiBrand [markOnly]="true" [routerLink]="home()" [attr.aria-label]="words().home"></a>
          <ng-content select="h1" />
        </div>
        <ng-content select="[barMiddle]" />
        <div class="end"><ng-content select="[barEnd]" /></div>
      </div>
      <ng-content select="[barEdge]" />
    </header>
    <main id="main" tabindex="-1">
      @if (trouble(); as problem) {
        <div class="alone">
          <musubi-failure
            [heading]="problem.title"
            [text]="problem.text"
            [reference]="problem.reference"
            [words]="words().failure"
            (retry)="retry.emit()"
          />
        </div>
      } @else if (loading()) {
        <div class="alone"><musubi-skeleton [label]="words().loading" /></div>
      } @else {
        <ng-content />
      }
    </main>`,
  styleUrl: './media-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediaPage {
  readonly home = input.required<string>();
  readonly loading = input.required<boolean>();
  readonly trouble = input.required<{ title: string; text: string; reference: string | null } | null>();
  readonly words = input.required<MediaPageWords>();
  /** Somebody is in the room: the bar stays in sight. */
  readonly inside = input(false);
  readonly retry = output();
}
