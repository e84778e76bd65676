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
import { BothLanguages, InstantText, LangCode, PersonName, ZoneText } from '../common.ts';
import { EventId, LoginId, OrganisationId, UserId } from '../ids.ts';
import { roles, sides } from '../vocabulary.ts';

/** As it is kept: in small letters, without spaces around it, full-width letters of Japanese keyboards made plain. */
export const MailAddress = z
  .string()
  .overwrite((address) => address.normalize('NFKC').trim().toLowerCase())
  .max(254)
  .check(z.email());

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

export const Me = z.object({
  userId: UserId,
  address: z.string(),
  name: PersonName.nullable(),
  lang: LangCode,
  zone: ZoneText,
  grants: z.array(
    z.object({
      role: z.enum(roles),
      eventId: EventId.nullable(),
      organisationId: OrganisationId.nullable(),
    }),
  ),
  /** True where a role asks for a second factor that has been enrolled. */
  totpEnrolled: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const LoginState = z.object({
  me: Me.nullable(),
  /** The person is known, but organiser pages ask for this first. */
  secondFactor: z.enum(['not_needed', 'enrol', 'required', 'done']),
  demo: z.boolean(),
  returnTo: z.string().nullable().optional(),
});
export type LoginState = z.infer<typeof LoginState>;

export const SignInByLinkResult = z.discriminatedUnion('signedIn', [
  z.object({ signedIn: z.literal(true), login: LoginState, returnTo: z.string().nullable() }),
  z.object({ signedIn: z.literal(false), otherBrowser: z.literal(true) }),
]);
export type SignInByLinkResult = z.infer<typeof SignInByLinkResult>;

export const LoginSummary = z.object({
  loginId: LoginId,
  current: z.boolean(),
  startedAt: InstantText,
  lastSeenAt: InstantText,
  device: z.string(),
});
export type LoginSummary = z.infer<typeof LoginSummary>;

export const MePatch = z.strictObject({
  name: PersonName.optional(),
  lang: LangCode.optional(),
  zone: ZoneText.optional(),
});
export type MePatch = z.infer<typeof MePatch>;

export const TotpEnrolment = z.object({
  secret: z.string(),
  uri: z.string(),
});
export type TotpEnrolment = z.infer<typeof TotpEnrolment>;

/** Domain time: real time plus the instance's offset (zero outside the demo and a rehearsal). */
export const ClockState = z.object({
  now: InstantText,
  offsetMs: z.int(),
});
export type ClockState = z.infer<typeof ClockState>;

export const DemoSignIn = z.strictObject({ userId: UserId });
export const DemoClock = z.strictObject({ to: InstantText });

export const DemoPerson = z.object({
  userId: UserId,
  name: PersonName,
  organisation: z.string(),
  side: z.enum(sides).nullable(),
  lang: LangCode,
  zone: ZoneText,
  role: z.enum(['participant', 'speaker', 'interpreter', 'organiser', 'owner']),
  about: BothLanguages,
});
export type DemoPerson = z.infer<typeof DemoPerson>;
export const DemoState = z.object({
  people: z.array(DemoPerson),
  clock: ClockState,
  stops: z.array(z.object({ at: InstantText, label: BothLanguages })),
  conferenceSlug: z.string(),
});
export type DemoState = z.infer<typeof DemoState>;

export const CapturedMailSummary = z.object({
  id: z.uuid(),
  at: InstantText,
  to: z.string(),
  subject: z.string(),
  lang: LangCode,
});
export type CapturedMailSummary = z.infer<typeof CapturedMailSummary>;
export const CapturedMail = CapturedMailSummary.extend({
  from: z.string(),
  messageId: z.string(),
  text: z.string(),
  html: z.string(),
  calendar: z.object({ method: z.enum(['REQUEST', 'CANCEL', 'PUBLISH']), ics: z.string() }).nullable(),
  headers: z.record(z.string(), z.string()),
});
export type CapturedMail = z.infer<typeof CapturedMail>;
