import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { RouterLink } from '@angular/router';
import type { LoginState } from '@musubi/contracts';
import { Api } from '../../../core/api/api';
import { Words } from '../../../core/i18n/words';
import { Arrival, isOwnPath } from '../../../core/login/arrival';
import { Login } from '../../../core/login/login';
import { PageHead } from '../../../core/page/page-head';
import { ProblemWords, type ProblemText } from '../../../core/problem/problem-words';
import { Failure } from '../../../ui/feedback/failure';
import { Note } from '../../../ui/feedback/note';
import { Control, Field, focusFirstError } from '../../../ui/forms/field';

/** An address, then "check your mail": the link, or its code on this device. */
@Component({
  selector: 'musubi-sign-in',
  imports: [NgTemplateOutlet, RouterLink, Control, Failure, Field, Note],
  templateUrl: './sign-in.html',
  styleUrl: './entrance.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignIn {
  /** Where to go afterwards. */
  readonly returnTo = input<string>();

  private readonly api = inject(Api);
  private readonly arrival = inject(Arrival);
  protected readonly problems = inject(ProblemWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly login = inject(Login);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;

  protected readonly step = signal<'address' | 'code'>('address');
  /** What was typed before the served page came to life stays. */
  protected readonly address = signal(this.host.nativeElement.querySelector?.('input')?.value ?? '');
  /** As a Latin keyboard would have written it: Japanese ones begin in full width. */
  protected readonly plainAddress = computed(() => this.address().normalize('NFKC').trim());
  protected readonly code = signal('');
  protected readonly touched = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemText | null>(null);
  protected readonly addressError = computed(() =>
    this.touched() && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(this.plainAddress()) ? this.t('signin.address_error') : null,
  );
  protected readonly codeError = computed(() =>
    this.touched() && !/^\d{6}$/.test(this.code()) ? this.t('signin.code_error') : null,
  );

  constructor() {
    const head = inject(PageHead);
    effect(() =>
      head.set({
        title: `${this.t('signin.title')} · Musubi`,
        description: this.t('signin.lead'),
        lang: this.words.lang(),
      }),
    );
    const document = inject(DOCUMENT);
    // The link may be opened in another tab of this browser meanwhile.
    const look = () => {
      if (document.visibilityState === 'visible' && this.step() === 'code') void this.lookAgain();
    };
    document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('visibilitychange', look));
  }

  protected async ask(submit: Event): Promise<void> {
    submit.preventDefault();
    this.touched.set(true);
    if (this.addressError()) return this.showError();
    const returnTo = this.returnTo();
    await this.attempt(async () => {
      await this.api.post('/sign-in/attempts', {
        address: this.plainAddress(),
        lang: this.words.lang(),
        ...(isOwnPath(returnTo) ? { returnTo: returnTo.slice(0, 300) } : {}),
      });
      this.touched.set(false);
      this.code.set('');
      this.step.set('code');
      setTimeout(() => this.host.nativeElement.querySelector('input')?.focus());
    });
  }

  protected async enter(submit: Event): Promise<void> {
    submit.preventDefault();
    this.touched.set(true);
    if (this.codeError()) return this.showError();
    await this.attempt(async () => {
      const state = await this.api.post<LoginState>('/sign-in/code', { code: this.code() });
      await this.arrival.go(state, this.returnTo());
    });
  }

  protected typeCode(typed: string): void {
    // Full-width digits are what a Japanese keyboard gives at first.
    this.code.set(typed.normalize('NFKC').replace(/\D/g, '').slice(0, 6));
  }

  protected again(): void {
    this.step.set('address');
    this.touched.set(false);
    this.problem.set(null);
  }

  private async lookAgain(): Promise<void> {
    const state = await this.api.get<LoginState>('/login', {}, { fresh: true }).catch(() => null);
    if (state?.me) await this.arrival.go(state, this.returnTo());
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private showError(): void {
    setTimeout(() => focusFirstError(this.host.nativeElement));
  }
}
