/** Who asks. Everybody but `nobody` is signed in; organisers' logins have the second factor but `unproven`. */
export const callers = [
  'nobody',
  /** Registered nowhere. */
  'stranger',
  /** Takes part in another event. */
  'outsider',
  /** Takes part in this event, and is no side of what is asked for. */
  'participant',
  /** Organises this event. */
  'organiser',
  /** Organises another event. */
  'elsewhere',
  /** Organises this event, the second factor not given. */
  'unproven',
  /** Of the whole instance. */
  'owner',
  /** Whose thing it is: a side of the meeting, who speaks, who asked the question, admin of the organisation. Last: may end it. */
  'own',
] as const;
export type Caller = (typeof callers)[number];

/** `in`: not refused for who they are; what else stands against it (a state, a missing video server) is not asked here. */
export type Outcome = 'in' | '401 login.required' | '401 webhook.forged' | `403 ${string}` | '404 not_found';
export type Audience = Readonly<Record<Caller, Outcome>>;

const all = (outcome: Outcome): Audience => Object.fromEntries(callers.map((who) => [who, outcome])) as Audience;
const signedInAre = (outcome: Outcome): Audience => ({ ...all(outcome), nobody: '401 login.required' });

export const everybody = all('in');
export const notThere = all('404 not_found');
export const onlyTheVideoServer = all('401 webhook.forged');
export const signedIn = signedInAre('in');

export const participants: Audience = { ...signedInAre('403 registration.required'), participant: 'in', own: 'in' };
export const participantsAndOrganisers: Audience = { ...participants, organiser: 'in', owner: 'in' };
export const stageCrew: Audience = {
  ...participantsAndOrganisers,
  participant: '403 forbidden',
  own: '403 forbidden',
};

/** Whoever registered, as long as it stands. */
export const registered: Audience = { ...signedInAre('404 not_found'), participant: 'in', own: 'in' };
/** Who asked for it, among all who see it. */
export const whoAsked: Audience = {
  ...participants,
  participant: '404 not_found',
  organiser: '404 not_found',
  owner: '404 not_found',
};
/** To participants an id of another event is as unknown as any. */
export const nobodyHere: Audience = { ...participants, participant: '404 not_found', own: '404 not_found' };
/** To everybody else the thing is not there. */
export const whoseItIs: Audience = { ...signedInAre('404 not_found'), own: 'in' };
export const whoseItIsAndOrganisers: Audience = { ...whoseItIs, organiser: 'in', owner: 'in' };
export const whoseItIsAndOwners: Audience = { ...whoseItIs, owner: 'in' };
/** The thing itself is public. */
export const whoSpeaksForIt: Audience = { ...signedInAre('403 affiliation.required'), own: 'in' };
export const whoSpeaksForItAndOwners: Audience = { ...whoSpeaksForIt, owner: 'in' };

export const organisersOfIt: Audience = {
  ...signedInAre('404 not_found'),
  organiser: 'in',
  unproven: '403 login.second_factor_required',
  owner: 'in',
};
export const organisersOfAny: Audience = { ...organisersOfIt, elsewhere: 'in' };
/** In the world below nobody answers for the instance: who organises everything does not, either. */
export const nobodyButOwners: Audience = signedInAre('404 not_found');
export const organisersOfAll: Audience = { ...signedInAre('404 not_found'), owner: 'in' };
/** A draft is known to its organisers: in the world below only to the owner. */
export const ownersOnly: Audience = { ...all('404 not_found'), owner: 'in' };
