// For specs alone: whoever acts for Ada is answered what she would be, and it is kept whose act it was.
import type { Act, PairAct } from '../act.js';
import type { World } from '../world.js';

/** Nobody does this in another's name. */
const onesOwn: readonly PairAct['do'][] = ['block', 'unblock', 'leave'];
const moves: readonly PairAct['do'][] = ['agree', 'stay', 'reschedule'];

/** Does it to the world in Ada's name. @returns the refusal, or null */
export function decideThrough(
  world: World,
  act: PairAct,
  decide: (world: World, act: Act) => string | null,
): string | null {
  if (onesOwn.includes(act.do)) return 'assistant.not_here';
  // There has to be something that it is about, before anybody is asked who they are.
  if (decide(structuredClone(world), act) === 'none') return 'none';
  if (!world.assisted || world.left.includes('ada')) return 'assistant.not_yours';
  const about = () => (moves.includes(act.do) ? world.moves : world.requests).at(-1);
  const [request, version] = [about(), about()?.version];
  const standing = world.meetings.at(-1)?.state;
  const refused = decide(world, act);
  if (refused) return refused;
  if (act.do === 'cancel') {
    if (standing === 'confirmed') world.meetings.at(-1)!.through = true;
    return null;
  }
  const after = about()!;
  if (after !== request || after.version !== version) after.through.push(after.version);
  return null;
}
