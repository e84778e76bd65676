import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { KeyValuePipe } from '@angular/common';
import { DomSanitizer } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import type { CapturedMail, CapturedMailSummary } from '@musubi/contracts';
import { formatDateTime } from '@musubi/time';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { ProblemWords } from '../../core/problem/problem-words';
import { dressLetter, letterPage } from '../../data/mail/letter-page';
import { MailApi } from '../../data/mail/mail-api';
import { Reading } from '../../data/reading';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { Icon } from '../../ui/icon/icon';

/** How often new mail is looked for, in milliseconds. */
const LOOK = 4000;

/** Of the frame, above and below, in pixels. */
const borders = 2;

/** Mail that was kept instead of sent, as its readers would see it. */
@Component({
  selector: 'musubi-mail',
  imports: [KeyValuePipe, RouterLink, Empty, Failure, Icon, Note, Skeleton],
  templateUrl: './mail.html',
  styleUrl: './mail.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Mail {
  /** The letter that is open; from the address. */
  readonly id = input<string>();
  /** Only letters to this address; from the address. */
  readonly to = input<string>();

  private readonly api = inject(MailApi);
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  protected readonly problems = inject(ProblemWords);
  private readonly sanitizer = inject(DomSanitizer);
  private readonly pane = viewChild<ElementRef<HTMLElement>>('pane');
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;

  protected readonly list = new Reading<CapturedMailSummary[]>(() => this.api.list(this.to() ?? ''));
  protected readonly letter = new Reading<CapturedMail>(() => this.api.read(this.id()!));
  protected readonly view = signal<'html' | 'text' | 'calendar'>('html');
  /** The letter's own height: nothing of it is cut. Null until it is known. */
  protected readonly tall = signal<number | null>(null);
  protected readonly letters = computed(() =>
    (this.list.value() ?? []).map((mail) => ({
      ...mail,
      when: formatDateTime(Temporal.Instant.from(mail.at), this.clock.zone(), this.lang(), { year: false }),
    })),
  );
  protected readonly views = computed(() => {
    const mail = this.letter.value();
    return (['html', 'text', 'calendar'] as const).filter(
      (view) => mail && (view === 'text' || (view === 'html' ? mail.html !== '' : mail.calendar !== null)),
    );
  });
  private readonly bare = computed(() => {
    const mail = this.letter.value();
    return mail && letterPage(mail.html);
  });
  /** The letter lives in a sandbox: no script, no form; links open in a new tab. */
  protected readonly page = computed(() => {
    const bare = this.bare();
    return bare && this.sanitizer.bypassSecurityTrustHtml(bare.html);
  });
  protected readonly when = computed(() => {
    const mail = this.letter.value();
    return mail
      ? formatDateTime(Temporal.Instant.from(mail.at), this.clock.zone(), this.lang(), { month: 'long' })
      : '';
  });
  protected readonly noMail = computed(() => this.list.failed()?.code === 'not_found');
  protected readonly failed = computed(() => {
    const refusal = this.list.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly letterFailed = computed(() => {
    const refusal = this.letter.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    const document = inject(DOCUMENT);
    effect(() => {
      this.to();
      untracked(() => void this.list.refresh());
    });
    effect(() => {
      const id = this.id();
      untracked(() => {
        this.letter.reset();
        this.view.set('html');
        this.tall.set(null);
        if (!id) return;
        void this.letter.refresh().then(() => {
          const [first] = this.views();
          if (first) this.view.set(first);
          this.pane()?.nativeElement.focus({ preventScroll: true });
        });
      });
    });
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !this.list.failed()) void this.list.refresh();
    }, LOOK);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected dress(load: Event): void {
    const frame = (load.target as HTMLIFrameElement).contentDocument;
    const bare = this.bare();
    if (!frame || !bare) return;
    dressLetter(frame, bare);
    this.tall.set(Math.max(frame.documentElement.scrollHeight + borders, 320));
  }

  protected search(typing: Event): void {
    const to = (typing.target as HTMLInputElement).value.trim() || null;
    void this.router.navigate([], { queryParams: { to }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
