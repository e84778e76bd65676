import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Lang, Participation } from '@musubi/contracts';
import { prefectures, regionName } from '@musubi/reference';
import type { WordParams } from '../../../core/i18n/words';
import { agreementLines } from '../landing/agreement-lines';

const rowHeight = 44;

/** Who takes part, drawn as the agreements between two lists. The same stands in words for screen readers. */
@Component({
  selector: 'musubi-who-takes-part',
  templateUrl: './who-takes-part.html',
  styleUrls: ['./who-takes-part.css', '../hero.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhoTakesPart {
  readonly participation = input.required<Participation>();
  readonly lang = input.required<Lang>();
  readonly t = input.required<(key: string, params?: WordParams) => string>();
  readonly n = input.required<(key: string, count: number, params?: WordParams) => string>();

  protected readonly lists = computed(() => {
    const { eu, jp, lines, since } = agreementLines(this.participation());
    const lang = this.lang();
    const longest = lines.find((line) => line.longest);
    const y = (row: number) => row * rowHeight + rowHeight / 2;
    const names = {
      eu: eu.map(({ code }) => regionName(code, lang)),
      jp: jp.map(({ code }) => regionName(code, lang)),
    };
    return {
      eu: eu.map((region, row) => ({ ...region, name: names.eu[row]!, heavy: longest?.left === row, own: '' })),
      jp: jp.map((region, row) => ({
        ...region,
        name: names.jp[row]!,
        heavy: longest?.right === row,
        own: lang === 'en' ? (prefectures().find(({ code }) => code === region.code)?.ja ?? '') : '',
      })),
      lines: lines.map(({ left, right, longest }) => ({
        longest,
        path: `M4 ${y(left)}C46 ${y(left)} 54 ${y(right)} 96 ${y(right)}`,
      })),
      height: Math.max(eu.length, jp.length, 1) * rowHeight,
      since,
      spoken: lines
        .map(({ left, right }) => this.t()('public.who.pair', { eu: names.eu[left]!, jp: names.jp[right]! }))
        .join(lang === 'ja' ? '、' : ', '),
    };
  });
  protected readonly counted = computed(() => {
    const { organisations, eu, jp } = this.participation();
    return this.t()('public.who.counted', {
      organisations: this.n()('public.who.organisations', organisations),
      regions: this.n()('public.who.regions', eu.length),
      prefectures: this.n()('public.who.prefectures', jp.length),
    });
  });
}
