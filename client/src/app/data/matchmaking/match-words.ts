import { inject, Injectable } from '@angular/core';
import type { MatchReason, RecommendationView } from '@musubi/contracts';
import { dimensions, labelOf, placeName, regionName, topics } from '@musubi/reference';
import { agreementName } from '@musubi/reference/named-agreements';
import { Words } from '../../core/i18n/words';
import { MeetingWords } from '../meetings/meeting-words';

/** How well it fits, in one word. */
export type Fit = 'strong' | 'good' | 'fair';

/** Why somebody is suggested, in words. Needs the words of the areas `match` and `meetings`. */
@Injectable({ providedIn: 'root' })
export class MatchWords {
  private readonly words = inject(Words);
  private readonly meetings = inject(MeetingWords);

  fit({ score }: RecommendationView): Fit {
    return score >= 70 ? 'strong' : score >= 45 ? 'good' : 'fair';
  }

  /** What the reason says: `You offer “Test capacity”, they seek “Test partner”: a topic in common`. */
  because(reason: MatchReason, recommendation: RecommendationView): string {
    const { pairs, sharedSlots, participant } = recommendation;
    const lang = this.words.lang();
    const { data } = reason;
    const list = (key: string, name: (code: string) => string): string =>
      String(data[key] ?? '')
        .split(',')
        .filter(Boolean)
        .map(name)
        .join(lang === 'ja' ? '、' : ', ');
    const pair = pairs.find(({ mine }) => mine.opportunityId === data['mine']) ?? pairs[0];
    const code = codeOf(reason);
    const params = {
      name: this.meetings.called(participant.name),
      mine: pair ? this.words.text(pair.mine.title) : '',
      theirs: pair ? this.words.text(pair.theirs.title) : '',
      dimensions: list('dimensions', (one) => labelOf(dimensions, one, lang)),
      topics: list('topics', (one) => labelOf(topics, one, lang)),
      place: placeName(String(data['place'] ?? participant.organisation.regionCode), lang),
      places: list('places', (one) => placeName(one, lang)),
      agreements: list('agreements', (one) => agreementName(one, lang)),
      languages: list('languages', (one) => this.meetings.language(one)),
      myPlace: regionName(String(data['myPlace'] ?? ''), lang),
      theirPlace: regionName(String(data['theirPlace'] ?? ''), lang),
    };
    if (code === 'novelty.expands' && data['myPlace'] && data['theirPlace']) {
      return this.words.t('match.because.novelty.between', params);
    }
    if (code === 'slots.shared') {
      const shared = this.words.n('match.because.slots.shared', sharedSlots);
      const office = this.office(recommendation);
      return office ? this.words.t('match.because.slots.of_them', { shared, office }) : shared;
    }
    if (code.startsWith('complement.') && code !== 'complement.none' && !pair) {
      return this.words.t('match.because.complement.some');
    }
    return this.words.t(`match.because.${code}`, params);
  }

  /** How many of the common slots lie in the office hours of both; null where all of them do, or there are none. */
  office({ sharedSlots, sharedOfficeSlots }: RecommendationView): string | null {
    return sharedOfficeSlots < sharedSlots ? this.words.n('match.office_slots', sharedOfficeSlots) : null;
  }

  /** The best reasons as running text, for a short introduction. */
  summary(recommendation: RecommendationView, most = 2): string {
    const told = [...recommendation.reasons]
      .filter(
        (reason) =>
          reason.strength !== 'none' && !besides.includes(reason.part) && !everywhere.includes(codeOf(reason)),
      )
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, most)
      .map((reason) => {
        const text = this.because(reason, recommendation);
        // Among others in a list a name is enough; on its own it is said what it is.
        return codeOf(reason) === 'topic.common' ? this.words.t('match.in_common', { text }) : text;
      });
    const stop = this.words.lang() === 'ja' ? '。' : '. ';
    if (told.length === 0) return this.besideSubject(recommendation);
    return told
      .map((text) => text + stop)
      .join('')
      .trim();
  }

  /** Where no subject joins the two: what there is nevertheless, so that nobody is suggested without a word. */
  private besideSubject({ reasons, sharedSlots }: RecommendationView): string {
    const speak = reasons.some(({ part, strength }) => part === 'language' && strength !== 'none');
    const left = speak ? (sharedSlots > 0 ? 'both' : 'language') : sharedSlots > 0 ? 'time' : 'none';
    return this.words.t(`match.beside.${left}`);
  }

  /** All parts in one line, for who cannot see the strands. */
  spoken({ reasons }: RecommendationView): string {
    const comma = this.words.lang() === 'ja' ? '、' : ', ';
    return reasons
      .map(({ part, strength }) =>
        this.words.t('match.part_is', {
          part: this.words.t(`match.part.${part}`),
          strength: this.words.t(`match.strength.${strength}`),
        }),
      )
      .join(comma);
  }
}

/** The server's own code of the reason, else what part and data let see. */
function codeOf({ part, strength, data }: MatchReason): string {
  const code = data['code'] ?? data['because'];
  if (typeof code === 'string' && code.includes('.')) return code;
  const none = strength === 'none';
  switch (part) {
    case 'complement':
      return none ? 'complement.none' : 'complement.both_ways';
    case 'dimension':
      return data['dimensions'] ? 'dimension.common' : 'dimension.none';
    case 'topic':
      return data['topics'] ? 'topic.common' : 'topic.none';
    case 'region':
      return none ? 'region.same_side' : strength === 'strong' ? 'region.they_named' : 'region.other_side';
    case 'language':
      return none ? 'language.interpreter' : 'language.common';
    case 'slots':
      return none ? 'slots.none' : 'slots.shared';
    case 'novelty':
      return none ? 'novelty.expands' : 'novelty.new';
  }
}

/** Parts that the facts beside the introduction say already. */
const besides: readonly MatchReason['part'][] = ['dimension', 'slots', 'language'];

/** True of nearly everybody: it tells nobody apart. */
const everywhere = ['region.other_side', 'novelty.new'];

const order = ['complement', 'region', 'topic', 'slots', 'language', 'novelty', 'dimension'] as const;
const strengths = ['strong', 'some', 'none'] as const;

function rank({ part, strength }: MatchReason): number {
  return strengths.indexOf(strength) * order.length + order.indexOf(part);
}
