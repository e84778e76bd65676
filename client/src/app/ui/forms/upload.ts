import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Icon } from '../icon/icon';

export interface UploadItem {
  key: string;
  name: string;
  bytes: number;
  /** From 0 to 1 while it is on its way; null once it is there or was refused. */
  progress: number | null;
  error: string | null;
  /** Whether sending it again may help. */
  again: boolean;
}

export interface UploadWords {
  choose: string;
  drop: string;
  /** What is taken, and how large. */
  help: string;
  cancel: (name: string) => string;
  remove: (name: string) => string;
  again: (name: string) => string;
  sent: (name: string) => string;
  progress: (name: string) => string;
  size: (bytes: number) => string;
  /** Endings, as a chooser of files wants them. */
  accept: string;
}

let last = 0;

/**
 * Choosing files: by a button, or by dropping them. Each shows how far it is, why it was refused, and how to take it away;
 * what has arrived or was refused is said aloud. `line` is the small form inside another form; what
 * stands within it, such as that form's button, shares its row.
 */
@Component({
  selector: 'musubi-upload',
  imports: [Icon],
  templateUrl: './upload.html',
  styleUrl: './upload.css',
  host: {
    '[class.over]': 'over()',
    '[attr.data-look]': 'look()',
    '(dragover)': 'hover($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'drop($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Upload {
  readonly words = input.required<UploadWords>();
  readonly items = input.required<readonly UploadItem[]>();
  readonly look = input<'area' | 'line'>('area');
  readonly multiple = input(false);
  /** There is room for no more. */
  readonly full = input(false);
  readonly chosen = output<readonly File[]>();
  readonly removed = output<string>();
  readonly again = output<string>();

  private readonly chooser = viewChild.required<ElementRef<HTMLInputElement>>('chooser');
  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');
  protected readonly over = signal(false);
  protected readonly helpId = `upload-${++last}-help`;
  protected readonly said = computed(() =>
    this.items()
      .filter(({ progress }) => progress === null)
      .map(({ name, error }) => (error ? `${name}: ${error}` : this.words().sent(name)))
      .join(' '),
  );

  protected open(): void {
    if (!this.full()) this.chooser().nativeElement.click();
  }

  protected choose(): void {
    const input = this.chooser().nativeElement;
    const files = [...(input.files ?? [])];
    // The same file may be chosen again after it was taken away.
    input.value = '';
    if (files.length > 0) this.chosen.emit(files);
  }

  protected hover(drag: DragEvent): void {
    if (this.full() || !drag.dataTransfer?.types.includes('Files')) return;
    drag.preventDefault();
    this.over.set(true);
  }

  protected drop(drag: DragEvent): void {
    this.over.set(false);
    const files = [...(drag.dataTransfer?.files ?? [])];
    if (this.full() || files.length === 0) return;
    drag.preventDefault();
    this.chosen.emit(this.multiple() ? files : files.slice(0, 1));
  }

  /** What had the focus is gone: it goes back to where files are chosen. */
  protected take(key: string): void {
    this.removed.emit(key);
    this.button().nativeElement.focus();
  }

  protected percent(progress: number): number {
    return Math.round(progress * 100);
  }
}
