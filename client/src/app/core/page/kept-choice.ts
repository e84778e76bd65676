import { DOCUMENT, inject, Injectable, signal, type Signal } from '@angular/core';

/** A way of showing something that the reader chose. */
export interface KeptChoice<T extends string> {
  readonly value: Signal<T>;
  choose(value: T): void;
}

/** How lists are shown is remembered on the device. What is shown never is. */
@Injectable({ providedIn: 'root' })
export class KeptChoices {
  private readonly window = inject(DOCUMENT).defaultView;

  /**
   * @param name names it on the device
   * @param values that it may have: what else is kept is passed over
   * @param first what it is until the reader chooses
   */
  of<T extends string>(name: string, values: readonly [T, ...T[]], first: NoInfer<T> = values[0]): KeptChoice<T> {
    const key = `musubi-shown-${name}`;
    const kept = this.storage((storage) => storage.getItem(key));
    const value = signal<T>(values.find((one) => one === kept) ?? first);
    return {
      value: value.asReadonly(),
      choose: (chosen) => {
        value.set(chosen);
        this.storage((storage) => storage.setItem(key, chosen));
      },
    };
  }

  /** A device may refuse to keep anything: then the choice holds until the page is left. */
  private storage<T>(use: (storage: Storage) => T): T | null {
    try {
      return this.window?.localStorage ? use(this.window.localStorage) : null;
    } catch {
      return null;
    }
  }
}
