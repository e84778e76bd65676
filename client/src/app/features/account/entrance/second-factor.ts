import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { LoginState, TotpEnrolment } from '@musubi/contracts';
import { encode } from 'uqr';
import { Api } from '../../../core/api/api';
import { Words } from '../../../core/i18n/words';
import { Arrival } from '../../../core/login/arrival';
import { Login } from '../../../core/login/login';
import { ProblemWords, type ProblemText } from '../../../core/problem/problem-words';
import { Failure } from '../../../ui/feedback/failure';
import { Control, Field, focusFirstError } from '../../../ui/forms/field';

/** The authenticator's code for organisers; the first time, the authenticator is set up. */
@Component({
  selector: 'musubi-second-factor',
  imports: [Control, Failure, Field],
  templateUrl: './second-factor.html',
  styleUrl: './entrance.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecondFactor {
  readonly returnTo = input<string>();

  private readonly api = inject(Api);
  private readonly arrival = inject(Arrival);
  private readonly login = inject(Login);
  private readonly router = inject(Router);
  protected readonly problems = inject(ProblemWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly t = inject(Words).t;

  protected readonly enrolment = signal<TotpEnrolment | null>(null);
  protected readonly ready = signal(false);
  protected readonly code = signal('');
  protected readonly touched = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemText | null>(null);
  protected readonly codeError = computed(() =>
    this.touched() && !/^\d{6}$/.test(this.code()) ? this.t('signin.code_error') : null,
  );
  /** The secret in groups of four, as people copy it. */
  protected readonly secret = computed(
    () =>
      this.enrolment()
        ?.secret.match(/.{1,4}/g)
        ?.join(' ') ?? '',
  );
  protected readonly qr = computed(() => {
    const uri = this.enrolment()?.uri;
    if (!uri) return null;
    const { data, size } = encode(uri, { ecc: 'M', border: 0 });
    const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
    return { path, box: `0 0 ${size} ${size}` };
  });

  constructor() {
    void this.begin();
  }

  protected typeCode(typed: string): void {
    this.code.set(typed.normalize('NFKC').replace(/\D/g, '').slice(0, 6));
  }

  protected async enter(submit: Event): Promise<void> {
    submit.preventDefault();
    this.touched.set(true);
    if (this.codeError()) {
      setTimeout(() => focusFirstError(this.host.nativeElement));
      return;
    }
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const path = this.enrolment() ? '/me/totp/confirm' : '/sign-in/second-factor';
      await this.arrival.go(
        await this.api.post<LoginState>(path, { code: this.code() }),
        this.returnTo() ?? '/organise',
      );
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private async begin(): Promise<void> {
    try {
      const { me, secondFactor } = await this.login.load();
      if (!me) {
        await this.router.navigate(['/sign-in'], { queryParams: { returnTo: this.returnTo() ?? '/organise' } });
        return;
      }
      if (secondFactor === 'enrol') this.enrolment.set(await this.api.post<TotpEnrolment>('/me/totp'));
      this.ready.set(true);
    } catch (error) {
      this.problem.set(this.problems.of(error));
    }
  }
}
