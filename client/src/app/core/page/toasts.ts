import { Injectable, signal } from '@angular/core';

export interface Toast {
  readonly id: number;
  readonly text: string;
  /** A second, lighter part, such as the time in the other zone. */
  readonly more?: string;
  /** Shown with a tie where two sides were joined. */
  readonly tie?: 'confirmed' | 'in' | 'counter' | 'broken';
  /** Where "Open" goes. */
  readonly link?: string;
  /** What can be done at once, such as taking it back. */
  readonly act?: { readonly label: string; readonly run: () => void };
  /** Milliseconds that it stays, where that is longer than usual. */
  readonly stay?: number;
}

/** Milliseconds that a toast stays. */
const STAY = 9000;

/** Short news in the corner, read out by screen readers. Nothing that must be answered. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly shown = signal<readonly Toast[]>([]);
  private last = 0;
  readonly all = this.shown.asReadonly();

  /** @returns what it is dismissed by */
  show(toast: Omit<Toast, 'id'>): number {
    const id = ++this.last;
    this.shown.update((all) => [...all.slice(-2), { ...toast, id }]);
    setTimeout(() => this.dismiss(id), toast.stay ?? STAY);
    return id;
  }

  dismiss(id: number): void {
    this.shown.update((all) => all.filter((toast) => toast.id !== id));
  }
}
