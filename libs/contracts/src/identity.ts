/**
 * identity
 *   POST   /api/sign-in/attempts            @Public  SignInAttempt        → 202 {} always the same; sets the nonce cookie
 *   POST   /api/sign-in/link                @Public  SignInByLink         → 200 SignInByLinkResult (in the asking browser signs in; elsewhere `otherBrowser`)
 *   POST   /api/sign-in/code                @Public  SignInByCode         → 200 LoginState (asking browser only)
 *   POST   /api/sign-in/second-factor       signed in SecondFactor        → 200 LoginState
 *   POST   /api/sign-in/owner               @Public  OwnerLink            → 200 LoginState (first owner of an empty instance)
 *   GET    /api/login                       @Public                       → 200 LoginState
 *   DELETE /api/login                       signed in                     → 204
 *   GET    /api/me/logins                   signed in                     → 200 LoginSummary[]
 *   DELETE /api/me/logins/:loginId          signed in                     → 204
 *   PATCH  /api/me                          signed in MePatch             → 200 Me
 *   POST   /api/me/totp                     signed in                     → 200 TotpEnrolment (pending until confirmed)
 *   POST   /api/me/totp/confirm             signed in SecondFactor        → 200 LoginState
 *   GET    /api/clock                       @Public                       → 200 ClockState
 * demo only (404 elsewhere)
 *   GET    /api/demo                        @Public                       → 200 DemoState
 *   POST   /api/demo/sign-in                @Public  DemoSignIn           → 200 LoginState
 *   POST   /api/demo/clock                  @Public  DemoClock            → 200 ClockState
 *   GET    /api/mail                        @Public  ?to=                 → 200 CapturedMailSummary[] newest first
 *   GET    /api/mail/:id                    @Public                       → 200 CapturedMail
 */
import { z } from 'zod';
import { InstantText, LangCode, PersonName, ZoneText } from './common.ts';
import type { LoginId, OrganisationId, EventId, UserId } from './ids.ts';
import { UserId as AsUserId } from './ids.ts';
import type { Lang, Role, Side } from './vocabulary.ts';

export const MailAddress = z
  .email()
  .max(254)
  .transform((address) => address.trim().toLowerCase());

export const SignInAttempt = z.strictObject({
  address: MailAddress,
  lang: LangCode,
  /** Path to go to afterwards; only a path of this site, never `//host`. */
  returnTo: z
    .string()
    .max(300)
    .regex(/^\/(?![/\\])/)
    .optional(),
});
export type SignInAttempt = z.input<typeof SignInAttempt>;

export const SignInByLink = z.strictObject({ token: z.string().min(20).max(100) });
export const SignInByCode = z.strictObject({ code: z.string().regex(/^\d{6}$/) });
export type SignInByCode = z.infer<typeof SignInByCode>;
export const SecondFactor = z.strictObject({ code: z.string().regex(/^\d{6}$/) });
export const OwnerLink = z.strictObject({ token: z.string().min(20).max(100) });

export type SignInByLinkResult =
  { signedIn: true; login: LoginState; returnTo: string | null } | { signedIn: false; otherBrowser: true };

export interface Me {
  userId: UserId;
  address: string;
  name: PersonName | null;
  lang: Lang;
  zone: string;
  grants: { role: Role; eventId: EventId | null; organisationId: OrganisationId | null }[];
  /** True where a role asks for a second factor that has been enrolled. */
  totpEnrolled: boolean;
}

export interface LoginState {
  me: Me | null;
  /** The person is known, but organiser pages ask for this first. */
  secondFactor: 'not_needed' | 'enrol' | 'required' | 'done';
  demo: boolean;
  returnTo?: string | null;
}

export interface LoginSummary {
  loginId: LoginId;
  current: boolean;
  startedAt: string;
  lastSeenAt: string;
  device: string;
}

export const MePatch = z.strictObject({
  name: PersonName.optional(),
  lang: LangCode.optional(),
  zone: ZoneText.optional(),
});
export type MePatch = z.infer<typeof MePatch>;

export interface TotpEnrolment {
  secret: string;
  uri: string;
}

/** Domain time: real time plus the instance's offset (zero outside the demo and a rehearsal). */
export interface ClockState {
  now: string;
  offsetMs: number;
}

export const DemoSignIn = z.strictObject({ userId: AsUserId });
export const DemoClock = z.strictObject({ to: InstantText });

export interface DemoPerson {
  userId: UserId;
  name: PersonName;
  organisation: string;
  side: Side | null;
  lang: Lang;
  zone: string;
  role: 'participant' | 'speaker' | 'organiser' | 'owner';
  about: { en: string; ja: string };
}
export interface DemoState {
  people: DemoPerson[];
  clock: ClockState;
  stops: { at: string; label: { en: string; ja: string } }[];
  conferenceSlug: string;
}

export interface CapturedMailSummary {
  id: string;
  at: string;
  to: string;
  subject: string;
  lang: Lang;
}
export interface CapturedMail extends CapturedMailSummary {
  from: string;
  messageId: string;
  text: string;
  html: string;
  calendar: { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; ics: string } | null;
  headers: Record<string, string>;
}
