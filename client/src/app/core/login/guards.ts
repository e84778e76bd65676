import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Clock } from '../clock/clock';
import { Realtime } from '../realtime/realtime';
import { Login, mayOrganise } from './login';

/** Only signed-in people; the others sign in and come back. */
export const signedIn: CanActivateFn = async (_route, { url }) => {
  const login = inject(Login);
  const router = inject(Router);
  const clock = inject(Clock);
  const realtime = inject(Realtime);
  const [{ me }] = await Promise.all([login.load(), clock.read()]);
  if (!me) return router.createUrlTree(['/sign-in'], { queryParams: { returnTo: url } });
  await realtime.start();
  return true;
};

/** Only organisers who have shown their second factor. */
export const organising: CanActivateFn = async (_route, { url }) => {
  const login = inject(Login);
  const router = inject(Router);
  const clock = inject(Clock);
  const realtime = inject(Realtime);
  const [{ me, secondFactor }] = await Promise.all([login.load(), clock.read()]);
  if (!me) return router.createUrlTree(['/sign-in'], { queryParams: { returnTo: url } });
  if (!mayOrganise(me)) return router.createUrlTree(['/app']);
  if (secondFactor === 'required' || secondFactor === 'enrol') {
    return router.createUrlTree(['/sign-in/second-factor'], { queryParams: { returnTo: url } });
  }
  await realtime.start();
  return true;
};
