import { type EvidenceLevel, evidenceLevels, type FunnelStep, funnelSteps } from '@musubi/contracts';

/** A number whose records can be opened: a step, what is known of it so well, or what two regions have of it. */
export interface Behind {
  readonly step: FunnelStep;
  readonly level?: EvidenceLevel | undefined;
  readonly eu?: string | undefined;
  readonly jp?: string | undefined;
}

/** The same number, the same words. */
export function behindKey({ step, level, eu, jp }: Behind): string {
  return [step, level, eu, jp].filter(Boolean).join(' ');
}

export function sameBehind(one: Behind | null, other: Behind | null): boolean {
  return (one && behindKey(one)) === (other && behindKey(other));
}

/** The number that an address names; null for none or one there is not. */
export function behindOf(address: Readonly<Record<'step' | 'level' | 'eu' | 'jp', string | undefined>>): Behind | null {
  const step = funnelSteps.find((one) => one === address.step);
  if (!step) return null;
  const level = evidenceLevels.find((one) => one === address.level);
  const { eu, jp } = address;
  return { step, ...(level && { level }), ...(eu && jp && { eu, jp }) };
}
