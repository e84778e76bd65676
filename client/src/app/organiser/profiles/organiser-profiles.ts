import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type OrganiserProfile, type ProfileStanding, profileStandings } from '@musubi/contracts';
import { regionName } from '@musubi/reference';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { ProblemWords } from '../../core/problem/problem-words';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { OrganiserProfilesApi } from '../../data/organiser/profiles/organiser-profiles-api';
import { OrganiserProfilesStore } from '../../data/organiser/profiles/organiser-profiles-store';
import { ProfileWords } from '../../data/profiles/profile-words';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';
import { Icon } from '../../ui/icon/icon';
import { KeepFocus } from '../../ui/layout/keep-focus';

/** All cooperation profiles: what counts for the fourth deliverable, what waits, what ends. What is filtered stands in the address. */
@Component({
  selector: 'musubi-organiser-profiles',
  imports: [Empty, Failure, Icon, KeepFocus, RouterLink, Skeleton, State],
  templateUrl: './organiser-profiles.html',
  styleUrl: './organiser-profiles.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrganiserProfiles {
  /** From the address. */
  readonly state = input<string>();
  readonly q = input<string>();
  readonly page = input<string>();

  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly api = inject(OrganiserProfilesApi);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(ProblemWords);
  protected readonly store = inject(OrganiserProfilesStore);
  protected readonly say = inject(MeetingWords);
  protected readonly about = inject(ProfileWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  protected readonly standings = profileStandings;
  protected readonly busy = signal<string | null>(null);
  protected readonly query = computed(() => {
    const page = Number(this.page() ?? 1);
    const state = profileStandings.find((one) => one === this.state());
    return {
      ...(state ? { state } : {}),
      q: (this.q() ?? '').slice(0, 160),
      page: Number.isInteger(page) && page > 0 && page <= 1000 ? page : 1,
    };
  });
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });
  protected readonly waiting = computed(() => this.store.waiting()?.length ?? 0);

  constructor() {
    const watch = this.store.watch();
    inject(DestroyRef).onDestroy(() => watch.stop());
    effect(() => {
      const query = this.query();
      untracked(() => void this.store.open(query));
    });
  }

  protected sheet(): string {
    const { state, q } = this.query();
    return this.api.sheetUrl({ ...(state ? { state } : {}), q }, this.lang());
  }

  protected region({ organisation }: OrganiserProfile): string {
    return regionName(organisation.regionCode, this.lang());
  }

  protected narrow(change: {
    state?: ProfileStanding | undefined;
    q?: string | undefined;
    page?: number | undefined;
  }): void {
    const { state, q } = this.query();
    const queryParams = { state, q: q || undefined, page: undefined, ...change };
    void this.router.navigate([], { queryParams, scroll: 'manual' });
    if (change.page) this.host.querySelector<HTMLElement>('#found')?.focus();
  }

  protected search(event: Event, q: string): void {
    event.preventDefault();
    this.narrow({ q: q.trim() || undefined });
  }

  protected async verify(row: OrganiserProfile): Promise<void> {
    await this.change(row, () => this.store.verify(row), row.verified ? 'unverified' : 'verified');
  }

  protected async setMember(row: OrganiserProfile): Promise<void> {
    await this.change(row, () => this.store.setMember(row), row.memberSince ? 'left' : 'joined');
  }

  protected async setReview(event: Event): Promise<void> {
    const box = event.target as HTMLInputElement;
    try {
      await this.store.setReview(box.checked);
    } catch (error) {
      box.checked = !box.checked;
      this.fail(error);
    }
  }

  private async change(row: OrganiserProfile, send: () => Promise<void>, done: string): Promise<void> {
    this.busy.set(row.organisation.organisationId);
    try {
      await send();
      this.toasts.show({
        text: this.t(`orgprofiles.done.${done}`, { name: this.say.organisation(row.organisation) }),
      });
    } catch (error) {
      this.fail(error);
    } finally {
      this.busy.set(null);
    }
  }

  private fail(error: unknown): void {
    const { title, text } = this.problems.of(error);
    this.toasts.show({ text: title, more: text });
  }
}
