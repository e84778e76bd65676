import type { DemoKit } from '../../src/demo/demo-kit.js';
import type { Cast } from '../cast.ts';
import type { OrganisationName } from '../organisations.ts';
import { europeanProfiles } from './european.ts';
import { japaneseProfiles } from './japanese.ts';
import type { DemoProfile } from './profile.ts';

const all: readonly DemoProfile[] = [...europeanProfiles, ...japaneseProfiles];

/** Its year ends while the demo is looked at. */
const endsSoon: OrganisationName = 'hyogo';
const waits: OrganisationName = 'toyama';
const sentBack: OrganisationName = 'moravia';
/** They take part in events without having joined. */
const noMembers: readonly OrganisationName[] = ['norte', 'gifu'];
const verified: readonly OrganisationName[] = ['neckar', 'osaka', 'lombardy', 'fukushima', 'basque', 'kanagawa'];

/** Published last winter, so that its twelve months are nearly over. */
export async function beginProfiles(kit: DemoKit, cast: Cast): Promise<void> {
  await publish(kit, cast, of(endsSoon));
}

/** Every organisation has a profile; one waits to be read, one was sent back. */
export async function fillProfiles(kit: DemoKit, cast: Cast): Promise<void> {
  const others = all.filter(({ organisation }) => ![endsSoon, waits, sentBack].includes(organisation));
  for (const one of others) await publish(kit, cast, one);
  await kit.inTx(async (tx) => {
    for (const { organisation } of all) {
      if (!noMembers.includes(organisation)) await kit.profileRegister.join(tx, idOf(cast, organisation), true);
    }
  });
  for (const name of verified) {
    await kit.profileRegister.verify(await cast.by(name === 'osaka' ? 'yumi' : 'marie'), idOf(cast, name), true);
  }
  await underReview(kit, cast);
}

/** Two profiles were handed in while the helpdesk read every text. */
async function underReview(kit: DemoKit, cast: Cast): Promise<void> {
  await kit.inTx((tx) => kit.reviewSettings.write(tx, true));
  for (const name of [waits, sentBack]) await publish(kit, cast, of(name));
  const { version } = await kit.profiles.view(idOf(cast, sentBack), (await cast.by('yumi')).actor);
  await kit.profileReviews.sendBack(
    await cast.by('yumi'),
    idOf(cast, sentBack),
    version,
    'Thank you for the clear text. Please name two or three things your workshops have made for a foreign partner: readers in Japan look for examples first.',
  );
  await kit.inTx((tx) => kit.reviewSettings.write(tx, false));
}

async function publish(kit: DemoKit, cast: Cast, { organisation, content }: DemoProfile): Promise<void> {
  const organisationId = idOf(cast, organisation);
  const [admin] = await kit.affiliations.adminsOf(organisationId);
  const { actor } = await kit.by(admin!);
  const { version } = await kit.profiles.view(organisationId, actor);
  await kit.profiles.edit(await kit.by(admin!, actor), organisationId, { version, content });
  await kit.profiles.publish(await kit.by(admin!, actor), organisationId);
}

const of = (name: OrganisationName) => all.find(({ organisation }) => organisation === name)!;
const idOf = (cast: Cast, name: OrganisationName) => cast.organisations.get(name)!;
