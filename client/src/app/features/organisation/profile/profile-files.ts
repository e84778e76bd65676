import { ChangeDetectionStrategy, Component, effect, inject, input, untracked } from '@angular/core';
import type { FileId, ProfileView } from '@musubi/contracts';
import { Words } from '../../../core/i18n/words';
import { sending } from '../../../core/problem/sending';
import { FileWords } from '../../../data/files/file-words';
import { FilesApi } from '../../../data/files/files-api';
import { uploads } from '../../../data/files/uploads';
import { ProfileStore } from '../../../data/profiles/profile-store';
import { Failure } from '../../../ui/feedback/failure';
import { Upload } from '../../../ui/forms/upload';
import { Icon } from '../../../ui/icon/icon';

/** Logo and documents: there as soon as they have arrived, or once they were read where texts are. */
@Component({
  selector: 'musubi-profile-files',
  imports: [Failure, Icon, Upload],
  template: `<section id="profile-logo" tabindex="-1" aria-labelledby="logo-heading">
      <h2 class="title-part" id="logo-heading">{{ t('profiles.field.logo') }}</h2>
      <p class="meta">{{ t('profile.help.logo') }}</p>
      @if (profile().logo; as logo) {
        <div class="logo">
          <img [src]="api.address(logo.fileId, 192)" [alt]="t('profile.logo_alt')" width="96" height="96" />
          @if (waits(logo.fileId)) {
            <span class="meta">{{ t('profile.file_waits') }}</span>
          }
          <button class="btn btn-ghost btn-sm" type="button" [disabled]="sending.busy()" (click)="dropLogo()">
            {{ t('profile.logo_remove') }}
          </button>
        </div>
      }
      <musubi-upload
        look="line"
        [words]="files.pictures()"
        [items]="picture.items()"
        (chosen)="picture.add($event)"
        (removed)="picture.remove($event)"
        (again)="picture.again($event)"
      />
    </section>
    <section aria-labelledby="documents-heading">
      <h2 class="title-part" id="documents-heading">{{ t('profiles.field.documents') }}</h2>
      <p class="meta">{{ t('profile.help.documents', { most: documentsAtMost() }) }}</p>
      @if (profile().documents.length) {
        <ul>
          @for (file of profile().documents; track file.fileId) {
            <li>
              <svg musubiIcon="doc" size="sm"></svg>
              <a [href]="api.address(file.fileId)">{{ file.name }}</a>
              <span class="meta">{{ files.size(file.bytes) }}</span>
              @if (waits(file.fileId)) {
                <span class="meta">{{ t('profile.file_waits') }}</span>
              }
              <button
                class="btn btn-ghost btn-sm btn-icon"
                type="button"
                [disabled]="sending.busy()"
                [attr.aria-label]="t('profile.document_remove', { name: file.name })"
                (click)="dropDocument(file.fileId)"
              >
                <svg musubiIcon="x" size="sm"></svg>
              </button>
            </li>
          }
        </ul>
      }
      <musubi-upload
        look="line"
        [words]="files.documents()"
        [items]="document.items()"
        [full]="profile().documents.length >= documentsAtMost()"
        (chosen)="document.add($event)"
        (removed)="document.remove($event)"
        (again)="document.again($event)"
      />
    </section>
    @if (sending.failed(); as problem) {
      <musubi-failure
        [heading]="problem.title"
        [text]="problem.text"
        [reference]="problem.reference"
        [words]="sending.failureWords()"
      />
    }`,
  styles: `
    :host {
      display: grid;
      gap: var(--space-5);
    }
    section {
      display: grid;
      gap: var(--space-2);
    }
    .logo {
      display: flex;
      align-items: center;
      gap: var(--space-4);
    }
    img {
      object-fit: contain;
      border: var(--hairline) solid var(--color-rule-strong);
      border-radius: var(--radius);
      background: #fff;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfileFiles {
  readonly profile = input.required<ProfileView>();
  readonly documentsAtMost = input.required<number>();

  private readonly store = inject(ProfileStore);
  protected readonly api = inject(FilesApi);
  protected readonly files = inject(FileWords);
  protected readonly t = inject(Words).t;
  protected readonly sending = sending();
  protected readonly picture = uploads('image', 1);
  protected readonly document = uploads('document', 1);

  constructor() {
    effect(() => {
      const [fileId] = this.picture.ids();
      if (fileId) untracked(() => void this.setLogo(fileId));
    });
    effect(() => {
      const [fileId] = this.document.ids();
      if (fileId) untracked(() => void this.addDocument(fileId));
    });
  }

  /** Beside the text that was read: nobody else sees it before it is read, too. */
  protected waits(fileId: FileId): boolean {
    return this.profile().waitingFiles.includes(fileId);
  }

  protected dropLogo(): Promise<void> {
    return this.sending.run(() => this.store.setLogo(null));
  }

  protected dropDocument(fileId: FileId): Promise<void> {
    return this.sending.run(() => this.store.dropDocument(fileId));
  }

  private async setLogo(fileId: FileId): Promise<void> {
    await this.sending.run(() => this.store.setLogo(fileId));
    this.picture.clear();
  }

  private async addDocument(fileId: FileId): Promise<void> {
    await this.sending.run(() => this.store.addDocument(fileId));
    this.document.clear();
  }
}
