import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

export const answerKey = 'musubi:answer';

export const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file of whatever kind it was when somebody sent it. */
export const anyFile = '*/*';

/** What a route answers when nothing is refused. */
export interface Answer {
  status: number;
  /** Schema of a JSON body, or the media type of a file; none where the answer has no body. */
  body?:
    | z.ZodType
    | 'text/calendar'
    | 'text/csv'
    | 'text/vcard'
    | 'text/xml'
    | 'text/plain'
    | typeof workbook
    | typeof anyFile;
}

/** The status and body that a route answers with; it is documented by this, and specs hold every answer to it. */
export const Answers = (status: number, body?: Answer['body']) =>
  applyDecorators(
    HttpCode(status),
    SetMetadata<string, Answer>(answerKey, body === undefined ? { status } : { status, body }),
    typeof body === 'string'
      ? ApiResponse({ status, description: 'Done', content: { [body]: { schema: fileSchema(body) } } })
      : ApiResponse({ status, description: 'Done', ...(body && { standardSchema: body }) }),
  );

function fileSchema(type: string) {
  return type.startsWith('text/') ? { type: 'string' } : { type: 'string', format: 'binary' };
}
