import { readFileSync } from 'node:fs';
import type { DemoStage } from '../src/demo/demo-data.js';
import type { DemoKit } from '../src/demo/demo-kit.js';
import { conferenceBlocks } from './blocks.ts';
import { Cast } from './cast.ts';
import { demoEvents, demoStops, type EventName } from './events.ts';
import { shareMeetings } from './delegations.ts';
import { Encounters } from './encounters.ts';
import { groupsMeet, interpreterOf, meetInGroups } from './group.ts';
import { beginNotes } from './notes.ts';
import { exchangeCards, sendPapers } from './papers.ts';
import { type PersonKey, personKeys } from './people.ts';
import {
  arrangedBlocks,
  firstRoundMeets,
  firstRoundSays,
  publishFirstRound,
  trySecondRound,
} from './plans/conference.ts';
import { arrangedBlock, planAhead, wishing } from './plans/webinar.ts';
import { earlier, openStageSession, type ProgrammeFile, savedSessions, speakerAccounts } from './programme.ts';
import { beginProfiles, fillProfiles } from './profiles/fill-profiles.ts';
import { agreedRequests } from './requests/agreed.ts';
import { disputes } from './requests/disputes.ts';
import { lateRequests } from './requests/late.ts';
import { morningRequests } from './requests/morning.ts';
import { openRequests } from './requests/open.ts';
import { webinarRequests } from './requests/webinar.ts';
import { storyOf } from './story.ts';
import { endedWithin } from './stays.ts';

/** Lives fiscal year 2026 up to the stage, command by command, as its people would have. */
export async function fillDemo(kit: DemoKit, stage: DemoStage): Promise<void> {
  const year = new DemoYear(kit);
  await year.begin();
  await year.holdWebinars();
  await year.prepareConference(stage);
  if (stage === 'live' || stage === 'followup') await year.goLive();
  if (stage === 'followup') await year.followUp();
  const conference = await kit.events.bySlug(demoEvents.conference.input.slug);
  const interpreter = conference ? await interpreterOf(kit, conference.id) : [];
  const story = storyOf(year.cast, demoEvents.conference.input.slug);
  await kit.inTx(async (tx) => kit.door.describe(tx, { ...story, people: [...story.people, ...interpreter] }));
}

/** The staff organise; everybody else takes part. */
const participants = personKeys.filter((key) => !['marie', 'thomas', 'yumi'].includes(key));

class DemoYear {
  readonly cast: Cast;
  private readonly kit: DemoKit;
  private readonly events = new Map<EventName, string>();
  private encounters: Encounters | null = null;

  constructor(kit: DemoKit) {
    this.kit = kit;
    this.cast = new Cast(kit);
  }

  async begin(): Promise<void> {
    await this.kit.goTo('2026-04-06T10:00:00+02:00');
    await this.cast.arrive();
    // One published its profile the winter before.
    await this.kit.goTo('2026-01-28T10:00:00+09:00');
    await beginProfiles(this.kit, this.cast);
    await this.kit.goTo('2026-04-06T12:00:00+02:00');
  }

  async holdWebinars(): Promise<void> {
    await this.announce('webinar1');
    await this.kit.goTo('2026-05-20T10:00:00+02:00');
    await this.register(
      'webinar1',
      ['clara', 'giulia', 'jan', 'marek', 'aiko', 'naoko', 'takumi', 'kenichi', 'misaki', 'emi'],
      12,
    );
    await this.announce('webinar2');
    await this.kit.goTo('2026-08-25T10:00:00+02:00');
    await this.register('webinar2', ['carmen', 'eleni', 'elodie', 'miyu', 'misaki', 'sho', 'martina'], 8);
    await this.kit.goTo('2026-09-21T10:00:00+02:00');
    await this.cast.publish();
    await fillProfiles(this.kit, this.cast);
    await this.announce('conference');
    await this.announce('webinar3');
    await this.holdThirdWebinar();
  }

  private async holdThirdWebinar(): Promise<void> {
    const eventId = this.event('webinar3');
    await this.kit.inTx((tx) =>
      this.kit.blocks.add(
        tx,
        { id: eventId, zone: demoEvents.webinar3.input.zone },
        {
          dates: ['2026-12-10'],
          from: '10:30',
          until: '11:45',
          slotMinutes: 20,
          gapMinutes: 5,
        },
      ),
    );
    await this.kit.goTo('2026-11-17T10:00:00+01:00');
    const asking = webinarRequests.flatMap(({ from, to }) => [from, to]);
    await this.register(
      'webinar3',
      [...new Set<PersonKey>([...asking, 'aiko', 'ryoN', 'jonas', 'ulrike', 'lars', 'marek'])],
      16,
    );
    const encounters = await Encounters.at(this.kit, this.cast, eventId);
    await this.kit.goTo('2026-12-03T09:30:00+01:00');
    await encounters.ask(webinarRequests);
    await this.kit.goTo('2026-12-07T09:30:00+01:00');
    await encounters.answer(webinarRequests);
    await this.kit.goTo('2026-12-10T14:00:00+01:00');
    await encounters.say();
    await exchangeCards(this.kit, this.cast, eventId);
    await this.kit.goTo('2026-12-18T10:00:00+01:00');
    await encounters.verify(2);
  }

  async prepareConference(stage: DemoStage): Promise<void> {
    const eventId = this.event('conference');
    const { zone } = demoEvents.conference.input;
    for (const block of [...conferenceBlocks, ...arrangedBlocks])
      await this.kit.inTx((tx) => this.kit.blocks.add(tx, { id: eventId, zone }, block));
    await this.kit.goTo('2026-12-19T10:00:00+01:00');
    await this.register('conference', participants, this.cast.crowd.length);
    if (stage !== 'registration') {
      await this.kit.goTo('2027-01-07T10:00:00+01:00');
      await publishFirstRound(this.kit, this.cast, eventId);
    }
    await this.announce('webinar4');
    await this.kit.goTo('2027-01-11T11:00:00+01:00');
    await this.register('webinar4', wishing, 4);
    await this.planLastWebinar();
    await this.release('conference', 'Release 3');
    await this.saveSessions(eventId);
    if (stage !== 'registration') await this.askForMeetings(eventId);
    await this.kit.goTo(demoStops.booking);
  }

  private async planLastWebinar(): Promise<void> {
    const id = this.event('webinar4');
    const { zone } = demoEvents.webinar4.input;
    await this.kit.inTx((tx) => this.kit.blocks.add(tx, { id, zone }, arrangedBlock));
    await planAhead(this.kit, this.cast, id);
  }

  /** Some have marked what they want to hear. */
  private async saveSessions(eventId: string): Promise<void> {
    const sessions = await this.kit.sessions.ofEvent(eventId);
    for (const [key, titles] of Object.entries(savedSessions)) {
      for (const { sessionId } of sessions.filter(({ title }) => titles.includes(title.en!))) {
        await this.kit.savedSessions.save(await this.cast.by(key as PersonKey), eventId, sessionId);
      }
    }
  }

  private async askForMeetings(eventId: string): Promise<void> {
    this.encounters = await Encounters.at(this.kit, this.cast, eventId);
    await this.encounters.ask(agreedRequests);
    await this.kit.goTo('2027-01-11T15:30:00+01:00');
    await this.encounters.answer(agreedRequests);
    await sendPapers(this.kit, this.cast, eventId);
    await beginNotes(this.kit, this.cast, eventId);
    await meetInGroups(this.kit, this.cast, eventId);
    // The letters of the last day are still to be read when the demo opens.
    await this.kit.dropLetters();
    await this.kit.goTo('2027-01-12T09:40:00+01:00');
    await this.encounters.ask(openRequests);
    await this.kit.goTo('2027-01-12T10:55:00+01:00');
    await this.encounters.answer(openRequests);
    await shareMeetings(this.kit, this.cast, eventId);
    await trySecondRound(this.kit, this.cast, eventId);
  }

  async goLive(): Promise<void> {
    await this.kit.goTo('2027-01-14T09:15:00+01:00');
    await this.encounters!.ask(lateRequests);
    await this.kit.goTo('2027-01-18T08:30:00+01:00');
    await this.encounters!.answer(lateRequests);
    await this.encounters!.agreeLater();
    await this.kit.dropLetters();
    await this.kit.goTo('2027-01-26T08:58:00+01:00');
    await this.openStage();
    await this.kit.goTo('2027-01-26T09:12:00+01:00');
    await this.encounters!.askUnlessMeeting(morningRequests);
    await this.kit.goTo(demoStops.live);
  }

  private async openStageId(): Promise<string> {
    const sessions = await this.kit.sessions.ofEvent(this.event('conference'));
    return sessions.find(({ title }) => title.en === openStageSession.title)!.sessionId;
  }

  private async openStage(): Promise<void> {
    const sessionId = await this.openStageId();
    await this.kit.stages.goLive(await this.cast.by('marie'), sessionId);
    for (const { by, text, anonymous, votes } of openStageSession.questions) {
      const { questionId } = await this.kit.questions.ask(await this.cast.by(by), sessionId, { text, anonymous });
      for (const voter of participants.slice(0, votes))
        await this.kit.questions.vote(await this.cast.by(voter), questionId);
    }
  }

  async followUp(): Promise<void> {
    await this.kit.goTo('2027-01-26T09:45:00+01:00');
    await this.kit.stages.end(await this.cast.by('marie'), await this.openStageId());
    const [begins, ends] = [new Date('2027-01-26T09:00:00+01:00'), new Date('2027-01-27T12:00:00+01:00')];
    await this.encounters!.meet(endedWithin(begins, ends));
    await groupsMeet(this.kit, this.cast, this.event('conference'), endedWithin(begins, ends));
    const later = new Date('2027-01-28T12:00:00+01:00');
    await firstRoundMeets(this.kit, this.event('conference'), endedWithin(begins, later));
    await this.kit.goTo('2027-01-26T12:00:00+01:00');
    await this.kit.goTo('2027-01-27T12:00:00+01:00');
    await this.encounters!.say();
    await this.kit.goTo('2027-01-27T16:40:00+01:00');
    await this.encounters!.dispute(disputes);
    await this.kit.goTo('2027-01-29T10:00:00+01:00');
    await firstRoundSays(this.kit, this.event('conference'));
    await this.encounters!.decide(disputes);
    await this.kit.goTo('2027-02-10T10:00:00+01:00');
    await this.encounters!.verify(4);
    await this.kit.dropLetters();
    await this.kit.goTo(demoStops.followup);
  }

  /** Made, published and given its programme. */
  private async announce(name: EventName): Promise<void> {
    const { input, announcedAt } = demoEvents[name];
    await this.kit.goTo(announcedAt);
    const { eventId } = await this.kit.events.create(await this.cast.by('marie'), input);
    this.events.set(name, eventId);
    await this.kit.events.publish(await this.cast.by('marie'), eventId);
    if (name === 'conference') {
      await this.release(name, 'Release 1');
      await this.kit.goTo('2026-10-19T10:00:00+02:00');
      await this.release(name, 'Release 2');
    } else await this.release(name, 'Release 1');
  }

  /** Through the door that organisers use: import, say who speaks, publish. */
  private async release(name: EventName, release: 'Release 1' | 'Release 2' | 'Release 3'): Promise<void> {
    const eventId = this.event(name);
    const path = new URL(`./programme/${demoEvents[name].programme}`, import.meta.url);
    const file = earlier(JSON.parse(readFileSync(path, 'utf8')) as ProgrammeFile, release);
    await this.kit.inTx(async (tx) => {
      await this.kit.imports.add(tx, eventId, { format: 'pretalx-json', text: JSON.stringify(file), zone: null });
      for (const [code, key] of Object.entries(speakerAccounts)) {
        await this.kit.draft.linkSpeaker(tx, eventId, code, this.cast.user(key));
      }
      await this.kit.releases.add(tx, eventId, release);
    });
  }

  private async register(name: EventName, keys: readonly PersonKey[], crowd: number): Promise<void> {
    await this.cast.register(this.event(name), keys, this.cast.crowd.slice(0, crowd));
  }

  private event(name: EventName): string {
    return this.events.get(name)!;
  }
}
