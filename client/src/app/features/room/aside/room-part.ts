import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, effect, input, signal, type Type } from '@angular/core';

/** A part of the room that is fetched when it is shown. Without it the room goes on. */
@Component({
  selector: 'musubi-room-part',
  imports: [NgComponentOutlet],
  template: `@if (part(); as part) {
    <ng-container *ngComponentOutlet="part; inputs: inputs()" />
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
  readonly load = input.required<() => Promise<Type<unknown>>>();
  readonly inputs = input<Record<string, unknown>>({});

  protected readonly part = signal<Type<unknown> | null>(null);

  constructor() {
    effect(() => {
      void this.load()().then(
        (part) => this.part.set(part),
        () => undefined,
      );
    });
  }
}
