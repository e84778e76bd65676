import { inject, Injectable } from '@angular/core';
import type { OrganisationCard } from '@musubi/contracts';
import { countryName, dimensions, frameworks, labelOf, placeName, regionName, topics } from '@musubi/reference';
import { Words } from '../../core/i18n/words';
import { MeetingWords } from '../meetings/meeting-words';
import type { FacetGroup } from './directory-filter';

/** What the choices of the directory are called. Needs the words of the areas `directory` and `meetings`. */
@Injectable({ providedIn: 'root' })
export class DirectoryWords {
  private readonly words = inject(Words);
  private readonly meetings = inject(MeetingWords);

  /** `Kanagawa`; of a country that has no regions here, its name. */
  region(code: string): string {
    const name = regionName(code, this.words.lang());
    return name === code ? countryName(code, this.words.lang()) : name;
  }

  /** `Osaka Bay Green Industry Council, Osaka`; the place once, where the name says it. */
  from(organisation: OrganisationCard): string {
    const [name, place] = [this.meetings.organisation(organisation), this.region(organisation.regionCode)];
    return name.includes(place) ? name : this.words.t('directory.placed', { name, place });
  }

  choice(group: FacetGroup, value: string): string {
    const lang = this.words.lang();
    switch (group) {
      case 'dimension':
        return labelOf(dimensions, value, lang);
      case 'language':
        return this.meetings.language(value);
      case 'place':
        return value.includes('-') ? regionName(value, lang) : countryName(value, lang);
      case 'topic':
        return labelOf(topics, value, lang);
      case 'framework':
        return labelOf(frameworks, value, lang);
      case 'region':
      case 'target':
        return placeName(value, lang);
      case 'side':
      case 'opportunity':
      case 'kind':
      case 'form':
      case 'stage':
      case 'novelty':
        return this.words.t(`directory.${group}.${value}`);
    }
  }
}
