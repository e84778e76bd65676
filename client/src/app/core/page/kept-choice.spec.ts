import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { KeptChoices } from './kept-choice';

const values = ['list', 'compact'] as const;

describe('a choice of how something is shown', () => {
  beforeEach(() => localStorage.clear());

  it('is remembered, each by its name', () => {
    const first = TestBed.inject(KeptChoices).of('suggestions', values);
    expect(first.value()).toBe('list');
    first.choose('compact');
    expect(first.value()).toBe('compact');
    expect(TestBed.inject(KeptChoices).of('suggestions', values).value()).toBe('compact');
    expect(TestBed.inject(KeptChoices).of('meetings', values).value()).toBe('list');
  });

  it('is the first where something else is kept, or nothing can be', () => {
    localStorage.setItem('musubi-shown-suggestions', 'board');
    expect(TestBed.inject(KeptChoices).of('suggestions', values).value()).toBe('list');
    TestBed.resetTestingModule();
    const refusing = {
      get localStorage(): Storage {
        throw new Error('refused');
      },
    };
    TestBed.configureTestingModule({ providers: [{ provide: DOCUMENT, useValue: { defaultView: refusing } }] });
    const choice = TestBed.inject(KeptChoices).of('suggestions', values);
    choice.choose('compact');
    expect(choice.value()).toBe('compact');
  });
});
