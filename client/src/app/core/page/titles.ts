import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Words } from '../i18n/words';

/** Names the tab after what is open on the page: `Aiko Tanaka · Meeting room · Musubi`. */
@Injectable({ providedIn: 'root' })
export class TabTitle {
  private readonly title = inject(Title);

  name(...parts: readonly string[]): void {
    this.title.setTitle([...parts, 'Musubi'].join(' · '));
  }
}

/** A route's `title` is a key of the words, such as `home.title`; pages may set a fuller one themselves. */
@Injectable()
export class WordTitles extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly words = inject(Words);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const key = this.buildTitle(snapshot);
    if (key) this.title.setTitle(`${this.words.t(key)} · Musubi`);
  }
}
