import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, effect, inject, input, signal, type Type, untracked } from '@angular/core';
import { Words } from '../../../core/i18n/words';
import type { RoomParts } from '../../../data/room/room-parts';
import { Note } from '../../../ui/feedback/note';

/** A part of the room that is fetched when it is shown. Without it the room goes on, and says what is missing. */
@Component({
  selector: 'musubi-room-part',
  imports: [NgComponentOutlet, Note],
  template: `@if (part(); as part) {
      <ng-container *ngComponentOutlet="part; inputs: inputs()" />
    }
    @if (failed()) {
      <musubi-note icon="alert" kind="caution" role="alert"
        >{{ t('room.part.' + name()) }}
        <button class="btn btn-sm" type="button" (click)="fetch()">{{ t('common.again') }}</button>
      </musubi-note>
    }`,
  styles: `
    :host {
      display: block;
    }
    :host:empty {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomPart {
  readonly name = input.required<keyof RoomParts>();
  readonly load = input.required<() => Promise<Type<unknown>>>();
  readonly inputs = input<Record<string, unknown>>({});

  protected readonly t = inject(Words).t;
  protected readonly part = signal<Type<unknown> | null>(null);
  protected readonly failed = signal(false);

  constructor() {
    effect(() => {
      this.load();
      untracked(() => this.fetch());
    });
  }

  protected fetch(): void {
    this.failed.set(false);
    this.load()().then(
      (part) => this.part.set(part),
      () => this.failed.set(true),
    );
  }
}
