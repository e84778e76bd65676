import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { AccessToken, WebhookReceiver } from 'livekit-server-sdk';

/** LiveKit's own example: a body, and the hash that their server signs for it. */
const samples = process.env['SAMPLES_DIR'];
const knownHash = 'CoEQz1chqJ9bnZRcORddjplkvpjmPujmLTR42DbefYI=';
const [key, secret] = ['abcdefg', 'abababa'];

(samples ? test : test.skip)('a body that LiveKit sent has the hash that LiveKit signs, and is read', async () => {
  const body = await readFile(join(samples ?? '', 'livekit/room_started.sdk-test.json'), 'utf8');
  expect(createHash('sha256').update(body).digest('base64')).toBe(knownHash);
  const token = new AccessToken(key, secret);
  token.sha256 = knownHash;
  const told = await new WebhookReceiver(key, secret).receive(body, await token.toJwt());
  expect([told.event, told.room?.name, told.room?.sid]).toEqual(['room_started', 'mytestroom', 'RM_TkVjUvAqgzKz']);
  await expect(new WebhookReceiver(key, secret).receive(`${body} `, await token.toJwt())).rejects.toThrow('sha256');
});
