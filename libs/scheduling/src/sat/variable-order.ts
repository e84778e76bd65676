/** Variables by activity, the most active first: a binary heap with positions (VSIDS, Moskewicz et al. 2001). O(log n) an operation. */
export class VariableOrder {
  private activity = new Float64Array(64);
  private heap: number[] = [];
  private position = new Int32Array(64).fill(-1);
  private increment = 1;

  add(variable: number): void {
    if (variable >= this.activity.length) {
      const wider = new Float64Array(variable * 2);
      wider.set(this.activity);
      this.activity = wider;
      const positions = new Int32Array(variable * 2).fill(-1);
      positions.set(this.position);
      this.position = positions;
    }
    this.insert(variable);
  }

  insert(variable: number): void {
    if (this.position[variable]! >= 0) return;
    this.position[variable] = this.heap.push(variable) - 1;
    this.up(this.position[variable]!);
  }

  /** The most active one, taken out; -1 when there is none. */
  pop(): number {
    const top = this.heap[0];
    if (top === undefined) return -1;
    const last = this.heap.pop()!;
    this.position[top] = -1;
    if (last !== top) {
      this.heap[0] = last;
      this.position[last] = 0;
      this.down(0);
    }
    return top;
  }

  bump(variable: number, by = 1): void {
    this.activity[variable]! += this.increment * by;
    if (this.activity[variable]! > 1e100) {
      for (let at = 0; at < this.activity.length; at++) this.activity[at]! *= 1e-100;
      this.increment *= 1e-100;
    }
    if (this.position[variable]! >= 0) this.up(this.position[variable]!);
  }

  /** Older bumps count less from here on. */
  decay(factor: number): void {
    this.increment /= factor;
  }

  private up(at: number): void {
    const { heap, position, activity } = this;
    const variable = heap[at]!;
    const own = activity[variable]!;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (activity[heap[parent]!]! >= own) break;
      heap[at] = heap[parent]!;
      position[heap[at]!] = at;
      at = parent;
    }
    heap[at] = variable;
    position[variable] = at;
  }

  private down(at: number): void {
    const { heap, position, activity } = this;
    const variable = heap[at]!;
    const own = activity[variable]!;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && activity[heap[child + 1]!]! > activity[heap[child]!]!) child++;
      if (activity[heap[child]!]! <= own) break;
      heap[at] = heap[child]!;
      position[heap[at]!] = at;
      at = child;
    }
    heap[at] = variable;
    position[variable] = at;
  }
}
