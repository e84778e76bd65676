import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { FileView } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { FileWords } from '../../data/files/file-words';
import { FilesApi } from '../../data/files/files-api';
import { Icon } from '../../ui/icon/icon';

/** Documents to download. Whoever shows them loads the words of `files`. */
@Component({
  selector: 'musubi-file-links',
  imports: [Icon],
  template: `<ul>
    @for (file of files(); track file.fileId) {
      <li>
        <svg musubiIcon="doc" size="sm"></svg>
        <a
          [href]="api.address(file.fileId)"
          [attr.download]="file.name"
          [attr.aria-label]="t('files.list.download', { name: file.name, size: say.size(file.bytes) })"
          >{{ file.name }}</a
        >
        <span class="meta" aria-hidden="true">{{ say.size(file.bytes) }}</span>
      </li>
    }
  </ul>`,
  styles: `
    ul {
      display: grid;
      gap: 2px;
    }
    li {
      display: grid;
      grid-template-columns: 16px auto 1fr;
      gap: var(--space-2);
      align-items: start;
      min-height: 24px;
      font-size: var(--text-sm);
      line-height: 1.5;
    }
    svg {
      margin-top: 4px;
      color: var(--color-ink-faint);
    }
    a {
      overflow-wrap: anywhere;
    }
    .meta {
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileLinks {
  readonly files = input.required<readonly FileView[]>();
  protected readonly api = inject(FilesApi);
  protected readonly say = inject(FileWords);
  protected readonly t = inject(Words).t;
}
