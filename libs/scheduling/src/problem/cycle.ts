/**
 * One cycle among the arrows: the ids on it in order, without repeating the first; `null` where there is none.
 * Depth first without recursion. O(nodes + arrows).
 */
export function cycleIn(arrows: readonly (readonly [string, string])[]): readonly string[] | null {
  const after = new Map<string, string[]>();
  for (const [from, to] of arrows) {
    const list = after.get(from);
    if (list) list.push(to);
    else after.set(from, [to]);
  }
  const finished = new Set<string>();
  for (const start of after.keys()) {
    if (finished.has(start)) continue;
    const path = [start];
    const next = [0];
    const onPath = new Set(path);
    while (path.length > 0) {
      const here = path.at(-1)!;
      const to = after.get(here)?.[next[next.length - 1]!++];
      if (to === undefined) {
        finished.add(here);
        onPath.delete(here);
        path.pop();
        next.pop();
      } else if (onPath.has(to)) {
        return path.slice(path.indexOf(to));
      } else if (!finished.has(to)) {
        path.push(to);
        next.push(0);
        onPath.add(to);
      }
    }
  }
  return null;
}
