import { expect, it } from '@jest/globals';
import { SolverPlaces } from './solver-places.js';

function placesFor(atMost: number) {
  const places = new SolverPlaces();
  places.atMost = atMost;
  return places;
}

it('gives so many places at once, and each that is left to who waited longest', async () => {
  const places = placesFor(2);
  const [one, two, three, four] = [places.ask(), places.ask(), places.ask(), places.ask()];
  expect([one, two, three, four].map(({ atOnce }) => atOnce)).toEqual([true, true, false, false]);
  const began: number[] = [];
  void three.turn.then(() => began.push(3));
  void four.turn.then(() => began.push(4));
  one.leave();
  expect(await three.turn).toBe(true);
  expect(began).toEqual([3]);
  two.leave();
  expect(await four.turn).toBe(true);
});

it('lets whoever waits leave the line, and counts nobody twice', async () => {
  const places = placesFor(1);
  const [one, two, three] = [places.ask(), places.ask(), places.ask()];
  two.leave();
  expect(await two.turn).toBe(false);
  one.leave();
  one.leave();
  expect(await three.turn).toBe(true);
  expect(places.ask().atOnce).toBe(false);
  three.leave();
});

it('keeps the place of whoever gives up once it was given: the next one comes when it is left', async () => {
  const places = placesFor(1);
  const [one, two, three] = [places.ask(), places.ask(), places.ask()];
  const began: number[] = [];
  void three.turn.then(() => began.push(3));
  one.leave();
  two.giveUp();
  expect(await two.turn).toBe(true);
  expect(began).toEqual([]);
  two.leave();
  expect(await three.turn).toBe(true);
  three.leave();
  expect([places.ask().atOnce, places.ask().atOnce]).toEqual([true, false]);
});

it('forgets whoever gave up, however often they leave afterwards', async () => {
  const places = placesFor(1);
  const [one, two] = [places.ask(), places.ask()];
  two.giveUp();
  expect(await two.turn).toBe(false);
  two.leave();
  expect(places.ask().atOnce).toBe(false);
  one.leave();
});
