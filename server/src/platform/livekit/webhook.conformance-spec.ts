import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { AccessToken, WebhookReceiver } from 'livekit-server-sdk';
import { sampleFile } from '../../../test/sample-file.js';

/** LiveKit's own example: a body, and the hash that their server signs for it. */
const knownHash = 'CoEQz1chqJ9bnZRcORddjplkvpjmPujmLTR42DbefYI=';
const [key, secret] = ['abcdefg', 'abababa'];

test('a body that LiveKit sent has the hash that LiveKit signs, and is read', async () => {
  const body = sampleFile('livekit', 'room_started.sdk-test.json');
  expect(createHash('sha256').update(body).digest('base64')).toBe(knownHash);
  const token = new AccessToken(key, secret);
  token.sha256 = knownHash;
  const told = await new WebhookReceiver(key, secret).receive(body, await token.toJwt());
  expect([told.event, told.room?.name, told.room?.sid]).toEqual(['room_started', 'mytestroom', 'RM_TkVjUvAqgzKz']);
  await expect(new WebhookReceiver(key, secret).receive(`${body} `, await token.toJwt())).rejects.toThrow('sha256');
});
