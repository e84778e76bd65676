import { Injectable } from '@nestjs/common';
import { Config, Mailer, setLetter } from '../../platform/index.js';
import { type EventEntity, eventEntry, Events } from '../events/index.js';
import { displayName, type User, Users } from '../identity/index.js';
import { AffiliationRequests, Organisations } from '../organisations/index.js';
import { Registrations } from '../registration/index.js';
import { invitation } from './invitation.js';
import { DelegationLetters } from './occasions/delegation-letters.js';
import type { LetterOrder } from './letter-order.js';
import { affiliationLetter } from './letters/affiliation-letter.js';
import { registrationLetter } from './letters/registration-letter.js';
import { MeetingLetters } from './occasions/meeting-letters.js';
import { PlanLetters } from './occasions/plan-letters.js';
import { ProfileLetters } from './occasions/profile-letters.js';
import { SpeakerLetters } from './occasions/speaker-letters.js';
import { WishLetters } from './occasions/wish-letters.js';
import type { Written } from './written.js';

type Order<About extends LetterOrder['about']> = Extract<LetterOrder, { about: About }>;

/** Writes the letters that were ordered: reads what they tell of, sets the words, adds the calendar part, and sends. */
@Injectable()
export class LetterDesk {
  constructor(
    private readonly config: Config,
    private readonly mailer: Mailer,
    private readonly users: Users,
    private readonly events: Events,
    private readonly organisations: Organisations,
    private readonly affiliations: AffiliationRequests,
    private readonly registrations: Registrations,
    private readonly meetings: MeetingLetters,
    private readonly delegations: DelegationLetters,
    private readonly speakers: SpeakerLetters,
    private readonly profiles: ProfileLetters,
    private readonly plans: PlanLetters,
    private readonly wishes: WishLetters,
  ) {}

  /** Runs at least once per order; the Message-ID is the order's own. */
  async write(order: LetterOrder): Promise<void> {
    const to = await this.users.get(order.userId);
    const written = await this.compose(order, to);
    if (!written) return;
    const { letter, entry, entries } = written;
    const organizer = { name: 'Musubi', address: this.config.mailFrom };
    const name = displayName(to);
    const invited = { ...to, displayName: name };
    await this.mailer.send({
      messageId: `${order.id}@${new URL(this.config.publicOrigin).hostname}`,
      to: { name, address: to.address },
      subject: letter.subject,
      lang: to.lang,
      ...(await setLetter(letter)),
      ...(entry ? { calendar: invitation(entry, invited, organizer, to.lang) } : {}),
      ...(entries ? { calendars: entries.map((one) => invitation(one, invited, organizer, to.lang)) } : {}),
    });
  }

  private async compose(order: LetterOrder, to: User): Promise<Written | null> {
    if (order.about === 'affiliation') return this.aboutAffiliation(order, to);
    if (order.about === 'profile') return this.profiles.compose(order, to);
    const event = await this.events.get(order.eventId);
    if (!event) return null;
    switch (order.about) {
      case 'delegation': {
        const participants = this.page(`app/events/${event.slug}`);
        return this.delegations.compose(order, to, {
          participants,
          organisers: this.page(`organise/events/${event.slug}`),
        });
      }
      case 'plan':
        return this.plans.compose(order, to, event, this.page(`app/events/${event.slug}`));
      case 'wishes':
        return this.wishes.compose(order, to, event, this.page(`app/events/${event.slug}`));
      case 'registration':
        return this.aboutRegistration(order, to, event);
      case 'speaker':
      case 'unlinked':
      case 'release':
        return this.speakers.compose(order, to, event, this.page(`app/events/${event.slug}`));
      case 'request':
      case 'message':
      case 'meeting':
      case 'move':
      case 'seat':
      case 'guest':
      case 'interpreting':
      case 'brief':
      case 'room':
      case 'verdict':
        return this.meetings.compose(order, to, event, this.page(`app/events/${event.slug}`));
    }
  }

  private async aboutRegistration(
    { news, registrationId, heldPlace }: Order<'registration'>,
    to: User,
    event: EventEntity,
  ): Promise<Written | null> {
    const registration = await this.registrations.standing(registrationId);
    if (!registration) return null;
    const { position, rejectedBecause } = registration;
    const takesPart = news === 'completed' || news === 'promoted';
    const url = this.page(takesPart ? `app/events/${event.slug}/home` : `${to.lang}/events/${event.slug}`);
    const letter = registrationLetter({ news, to, event, position, rejectedBecause, calendar: heldPlace, url });
    if (!heldPlace) return { letter };
    // An entry of this registration: one that was taken back may not come alive again, and the next is another.
    const entry = { ...eventEntry(event, to.lang, url), uid: `registration-${registrationId}@musubi` };
    if (takesPart) return { letter, entry };
    // Above every SEQUENCE that the invitation can have had.
    return { letter, entry: { ...entry, sequence: event.calendarSequence + 1, cancelled: true } };
  }

  private async aboutAffiliation({ news, affiliationId }: Order<'affiliation'>, to: User): Promise<Written | null> {
    const affiliation = await this.affiliations.find(affiliationId);
    if (!affiliation) return null;
    const { userId, organisationId, answerBy } = affiliation;
    const organisation = (await this.organisations.cards([organisationId])).get(organisationId)!;
    const person = await this.users.get(userId);
    const url = this.page('app/organisation');
    return { letter: affiliationLetter({ news, to, person, organisation, answerBy, url }) };
  }

  private page(path: string): string {
    return `${this.config.publicOrigin}${this.config.basePath}${path}`;
  }
}
