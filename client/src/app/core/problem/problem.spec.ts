import { HttpErrorResponse } from '@angular/common/http';
import { describe, expect, it } from '@jest/globals';
import { asRefusal } from './problem';

describe('what went wrong', () => {
  it('is read from a problem, typed', () => {
    const problem = {
      code: 'request.invalid',
      title: '',
      status: 400,
      instance: 'r-1',
      issues: [{ path: 'name', message: 'x' }],
    };
    expect(asRefusal(new HttpErrorResponse({ status: 400, error: problem }))).toMatchObject({
      code: 'request.invalid',
      reference: 'r-1',
      issues: [{ path: 'name', message: 'x' }],
    });
    expect(asRefusal(new HttpErrorResponse({ status: 400, error: JSON.stringify(problem) })).code).toBe(
      'request.invalid',
    );
  });

  it('is silence, or an answer of somebody in between', () => {
    const codes = [
      new HttpErrorResponse({ status: 0 }),
      new HttpErrorResponse({ status: 502, error: '<html>' }),
      new HttpErrorResponse({ status: 404, error: '<html>' }),
      new Error('wrapped', { cause: new HttpErrorResponse({ status: 0 }) }),
      'odd',
    ].map((error) => asRefusal(error).code);
    expect(codes).toEqual(['offline', 'unreadable', 'not_found', 'offline', 'unreadable']);
  });
});
