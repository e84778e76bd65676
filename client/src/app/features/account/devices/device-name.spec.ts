import { describe, expect, it } from '@jest/globals';
import { deviceName } from './device-name';

describe('the name of a device', () => {
  it('says browser and system', () => {
    const agents = [
      'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'curl/8',
    ];
    expect(agents.map(deviceName)).toEqual(['Firefox, Linux', 'Edge, Windows', 'Safari, iPhone', 'curl/8']);
  });
});
