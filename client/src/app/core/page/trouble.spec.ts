import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { NavigationError, type RedirectCommand, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Trouble } from './trouble';

const failed = (error: unknown, url = '/app/events/x/home') => new NavigationError(1, url, error);
const problem = (code: string, status: number) =>
  new HttpErrorResponse({ status, error: { code, title: '', status, instance: 'r' } });

describe('a page that cannot be opened', () => {
  let trouble: Trouble;

  beforeEach(() => {
    sessionStorage.clear();
    trouble = TestBed.inject(Trouble);
  });

  const to = (command: RedirectCommand | undefined) =>
    command && TestBed.inject(Router).serializeUrl(command.redirectTo);

  it('says why under its own address', () => {
    const command = trouble.answer(failed(problem('not_found', 404)));
    expect([
      to(command),
      command?.navigationBehaviorOptions,
      trouble.last()?.refusal.code,
      trouble.last()?.url,
    ]).toEqual(['/trouble', { skipLocationChange: true }, 'not_found', '/app/events/x/home']);
  });

  it('asks to sign in where that is what is missing', () => {
    expect(to(trouble.answer(failed(problem('login.required', 401))))).toBe(
      '/sign-in?returnTo=%2Fapp%2Fevents%2Fx%2Fhome',
    );
  });

  it('does not load itself anew again and again after a new release', () => {
    sessionStorage.setItem('musubi.reloaded-for', '/app/events/x/home');
    expect(to(trouble.answer(failed(new TypeError('Failed to fetch dynamically imported module: chunk-1.js'))))).toBe(
      '/trouble',
    );
    expect(trouble.last()?.refusal.code).toBe('offline');
  });
});
