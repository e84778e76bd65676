import { DestroyRef, inject, Injectable } from '@angular/core';
import type { EventId, FeedKinds, MeetingId, MeetingView } from '@musubi/contracts';
import { Clock } from '../../../core/clock/clock';
import { Words } from '../../../core/i18n/words';
import { Toasts } from '../../../core/page/toasts';
import { Realtime } from '../../../core/realtime/realtime';
import { CurrentEvent } from '../../events/current-event';
import { EventsStore } from '../../events/events-store';
import { MeetingWords } from '../meeting-words';
import { MeetingsApi } from '../meetings-api';
import { otherSide } from './inbox';

/**
 * Says, of whatever event, that somebody waits in a room. Calls are part of the feed and may be heard hours later: the
 * meeting is read, and told of only while it is on and somebody still waits.
 */
@Injectable({ providedIn: 'root' })
export class RoomCalls {
  private readonly api = inject(MeetingsApi);
  private readonly clock = inject(Clock);
  private readonly event = inject(CurrentEvent).event;
  private readonly events = inject(EventsStore);
  private readonly say = inject(MeetingWords);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(Words);
  private readonly told = new Map<string, number>();

  constructor() {
    inject(DestroyRef).onDestroy(inject(Realtime).on('meeting.called', (ids) => void this.tell(ids)));
  }

  private async tell({ meetingId, eventId }: FeedKinds['meeting.called']): Promise<void> {
    try {
      const [meeting] = await Promise.all([this.api.meeting(meetingId as MeetingId), this.words.load('meetings')]);
      if (!this.waits(meeting)) return;
      const slug = await this.slugOf(eventId as EventId);
      this.toasts.dismiss(this.told.get(meetingId) ?? 0);
      const id = this.toasts.show({
        text: this.words.t('meetings.news.called', { name: this.say.name(otherSide(meeting).participant.name) }),
        tie: 'in',
        ...(slug && { link: `/app/events/${slug}/meetings/${meetingId}/room` }),
      });
      this.told.set(meetingId, id);
    } catch {
      // What cannot be read cannot be told of: whoever is called has the letter, too.
    }
  }

  private waits(meeting: MeetingView): boolean {
    const now = this.clock.now().epochMilliseconds;
    const on = Date.parse(meeting.startsAt) <= now && now < Date.parse(meeting.endsAt);
    return meeting.state === 'confirmed' && on && otherSide(meeting).here;
  }

  private async slugOf(eventId: EventId): Promise<string | null> {
    const open = this.event();
    if (open?.eventId === eventId) return open.slug;
    const events = await this.events.list();
    return events.find((one) => one.eventId === eventId)?.slug ?? null;
  }
}
