import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { z } from 'zod';
import { Answers, Public } from '../../src/platform/index.js';
import { startApp, type TestApp } from '../start-app.js';

const Card = z.object({ id: z.string(), inner: z.object({ count: z.int() }) });

@Controller('cards')
@Public()
class CardsController {
  @Get('right')
  @Answers(200, Card)
  right() {
    return { id: 'a', inner: { count: 1 } };
  }

  @Get('unknown-key')
  @Answers(200, Card)
  unknownKey() {
    return { id: 'a', inner: { count: 1, secret: 'x' } };
  }

  @Get('missing-key')
  @Answers(200, Card)
  missingKey() {
    return { id: 'a' };
  }

  @Get('of/:id')
  @Answers(200, z.array(Card))
  noList() {
    return { id: 'a', inner: { count: 1 } };
  }

  @Get('nothing')
  @Answers(204)
  nothing() {}
}

@Module({ controllers: [CardsController] })
class CardsModule {}

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ alone: true, modules: [CardsModule] });
});
afterAll(() => app.close());

test.each(['right', 'nothing'])('an answer as declared passes: %s', async (name) => {
  expect((await app.http().get(`/api/cards/${name}`)).status).toBeLessThan(300);
});

test.each([
  ['unknown-key', 'has keys or values'],
  ['missing-key', 'is not what the route declares'],
  ['of/a', 'is not what the route declares'],
])('any other fails the spec that asked: %s', async (name, why) => {
  await expect(app.http().get(`/api/cards/${name}`)).rejects.toThrow(why);
});
