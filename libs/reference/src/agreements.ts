import type { VerifiedAgreement } from './agreement.ts';
import { agreementRows } from './data/agreements.ts';

export type * from './agreement.ts';

export const verifiedAgreements: readonly VerifiedAgreement[] = agreementRows;
