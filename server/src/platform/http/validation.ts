import { StandardSchemaValidationPipe } from '@nestjs/common';
import { DomainError } from './problems/domain-error.js';

type Issue = Parameters<
  NonNullable<NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory']>
>[0][number];

const at = ({ path = [] }: Issue) => path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');

/** Parses what comes in by the schema of its parameter; the first 50 things wrong with it are named. */
export const validationPipe = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new DomainError(
        'request.invalid',
        undefined,
        issues.slice(0, 50).map((issue) => ({ path: at(issue), message: issue.message })),
      ),
  });
