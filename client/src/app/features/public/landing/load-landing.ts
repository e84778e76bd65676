import { inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import type { EventSummary } from '@musubi/contracts';
import { asRefusal, type Refusal } from '../../../core/problem/problem';
import { EventsStore } from '../../../data/events/events-store';

export type Listed = readonly EventSummary[] | Refusal;

/** The events, or why they could not be read; the page stands either way. */
export const loadLanding: ResolveFn<Listed> = async () => {
  try {
    return await inject(EventsStore).list();
  } catch (error) {
    return asRefusal(error);
  }
};
