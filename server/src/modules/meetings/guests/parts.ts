import { GroupSlots } from './times/group-slots.service.js';
import { Groups } from './groups.js';
import { GuestEndings } from './guest-endings.js';
import { GuestNews } from './guest-news.js';
import { GuestSeats } from './seats/guest-seats.js';
import { GuestViews } from './invitations/guest-views.js';
import { MeetingGuestEntity } from './guest.entity.js';
import { GuestsController } from './guests.controller.js';
import { Guests } from './guests.service.js';

/** Further people of requests and meetings, as the module lists them. */
export const guestEntities = [MeetingGuestEntity];
export const guestControllers = [GuestsController];
export const guestProviders = [GroupSlots, Groups, GuestEndings, GuestNews, Guests, GuestSeats, GuestViews];
