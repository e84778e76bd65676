export * from './problem/problem.ts';
export * from './problem/weights.ts';
export * from './problem/diagnosis.ts';
export * from './audit/violation.ts';
export * from './audit/audit.ts';
