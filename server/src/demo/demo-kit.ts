import { randomBytes, randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Events } from '../modules/events/index.js';
import { Cases, Outcomes } from '../modules/followup/index.js';
import { DemoDoor, displayName, Grants, Users } from '../modules/identity/index.js';
import {
  Answering,
  Assistants,
  Blocks,
  Cards,
  Decisions,
  Delegations,
  Guests,
  HandingOver,
  Interpreters,
  Meetings,
  Notes,
  OwnCards,
  Sending,
  Slots,
  Threads,
  Verdicts,
} from '../modules/meetings/index.js';
import { AffiliationRequests, Affiliations, Organisations } from '../modules/organisations/index.js';
import { Opportunities, ProfileRegister, ProfileReviews, Profiles, ReviewSettings } from '../modules/profiles/index.js';
import { Draft, ProgrammeImports, Releases, SavedSessions, Sessions } from '../modules/programme/index.js';
import { Participants, RegistrationForms, Registrations } from '../modules/registration/index.js';
import { Rooms } from '../modules/rooms/index.js';
import { Preferences, Publishing, RunDesk, ScheduleRuns, Schedules } from '../modules/scheduling/index.js';
import { Questions, Stages } from '../modules/stage/index.js';
import {
  type Actor,
  type Command,
  DomainClock,
  DomainError,
  Files,
  Jobs,
  Transactions,
  type Tx,
} from '../platform/index.js';

/** What the demo's year is lived with: the services that people's own commands reach, and the clock. */
export class DemoKit {
  readonly affiliationRequests = this.app.get(AffiliationRequests);
  readonly affiliations = this.app.get(Affiliations);
  readonly answering = this.app.get(Answering);
  readonly assistants = this.app.get(Assistants);
  readonly blocks = this.app.get(Blocks);
  readonly cards = this.app.get(Cards);
  readonly cases = this.app.get(Cases);
  readonly decisions = this.app.get(Decisions);
  readonly delegations = this.app.get(Delegations);
  readonly door = this.app.get(DemoDoor);
  readonly draft = this.app.get(Draft);
  readonly events = this.app.get(Events);
  readonly files = this.app.get(Files);
  readonly forms = this.app.get(RegistrationForms);
  readonly grants = this.app.get(Grants);
  readonly handingOver = this.app.get(HandingOver);
  readonly guests = this.app.get(Guests);
  readonly imports = this.app.get(ProgrammeImports);
  readonly interpreters = this.app.get(Interpreters);
  readonly meetings = this.app.get(Meetings);
  readonly notes = this.app.get(Notes);
  readonly opportunities = this.app.get(Opportunities);
  readonly organisations = this.app.get(Organisations);
  readonly outcomes = this.app.get(Outcomes);
  readonly ownCards = this.app.get(OwnCards);
  readonly participants = this.app.get(Participants);
  readonly preferences = this.app.get(Preferences);
  readonly profileRegister = this.app.get(ProfileRegister);
  readonly profileReviews = this.app.get(ProfileReviews);
  readonly profiles = this.app.get(Profiles);
  readonly publishing = this.app.get(Publishing);
  readonly questions = this.app.get(Questions);
  readonly registrations = this.app.get(Registrations);
  readonly releases = this.app.get(Releases);
  readonly reviewSettings = this.app.get(ReviewSettings);
  readonly rooms = this.app.get(Rooms);
  readonly runDesk = this.app.get(RunDesk);
  readonly savedSessions = this.app.get(SavedSessions);
  readonly scheduleRuns = this.app.get(ScheduleRuns);
  readonly schedules = this.app.get(Schedules);
  readonly sending = this.app.get(Sending);
  readonly sessions = this.app.get(Sessions);
  readonly slots = this.app.get(Slots);
  readonly stages = this.app.get(Stages);
  readonly threads = this.app.get(Threads);
  readonly users = this.app.get(Users);
  readonly verdicts = this.app.get(Verdicts);

  constructor(private readonly app: INestApplicationContext) {}

  async inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.app.get(Transactions).run(work);
  }

  /** A command of this person as a browser would send it, second factor given. */
  async by(userId: string, known?: Actor): Promise<Command> {
    return { actor: known ?? (await this.actor(userId)), key: randomUUID(), fingerprint: randomBytes(32) };
  }

  /**
   * Sets domain time, back as well as forward: nobody watches while the demo is made. What has become due by then happens.
   * @param instant ISO 8601 with `Z` or an offset
   */
  async goTo(instant: string): Promise<void> {
    await this.app.get(DataSource).query(
      `UPDATE domain_clock
       SET offset_ms = ceil(extract(epoch FROM ($1::timestamptz - date_trunc('milliseconds', now()))) * 1000)`,
      [instant],
    );
    await this.app.get(Jobs).runSweeps();
  }

  async now(): Promise<Date> {
    return this.app.get(DomainClock).now();
  }

  /** Sets domain time forward while people watch: everybody is told. */
  async jumpTo(instant: Date): Promise<void> {
    await this.inTx((tx) => this.app.get(DomainClock).jumpTo(tx, instant));
    await this.app.get(Jobs).runSweeps();
  }

  /** What the rules refuse, because somebody has changed the story, is left out. */
  async ifAllowed(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }

  /** Of each of the meetings, what people have said so far: of how it went, that they met, that the record is wrong, or what organisers decided. */
  async wordsOf(meetingIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = (await this.app.get(DataSource).query(
      `SELECT meeting_id AS "meetingId", participant_id || ' ' || result || ' ' || follow_up AS word
       FROM outcome WHERE meeting_id = ANY ($1)
       UNION ALL SELECT meeting_id, 'met' FROM meeting_declaration one WHERE meeting_id = ANY ($1) AND NOT EXISTS (
         SELECT FROM outcome JOIN registration ON registration.id = outcome.participant_id
         WHERE outcome.meeting_id = one.meeting_id AND registration.user_id = one.user_id)
       UNION ALL SELECT meeting_id, reason FROM meeting_dispute WHERE meeting_id = ANY ($1)
       UNION ALL SELECT meeting_id, 'decided' FROM meeting_verdict WHERE source = 'organiser' AND meeting_id = ANY ($1)`,
      [[...meetingIds]],
    )) as { meetingId: string; word: string }[];
    return new Map(
      meetingIds.map((id) => [id, rows.filter(({ meetingId }) => meetingId === id).map(({ word }) => word)]),
    );
  }

  private async actor(userId: string): Promise<Actor> {
    const user = await this.users.get(userId);
    const grants = await this.grants.of(userId);
    const { lang, zone } = user;
    return { userId, loginId: randomUUID(), grants, secondFactor: true, lang, zone, name: displayName(user) };
  }

  /** Letters of the past were read long ago. */
  async dropLetters(): Promise<void> {
    await this.app.get(DataSource).query(`DELETE FROM pgboss.job WHERE state = 'created'`);
  }
}
