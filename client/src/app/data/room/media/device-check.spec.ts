import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { computer } from '../../../../testing/media-world';
import { DeviceCheck } from './device-check';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the device test', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('starts nothing by itself and wishes for nothing', async () => {
    const { edge, running } = computer();
    const check = new DeviceCheck(edge);
    await settle();
    expect([check.camera(), check.microphone(), running.size, check.cameras()]).toEqual(['off', 'off', 0, []]);
    expect(check.wishes()).toEqual({ camera: false, microphone: false, cameraId: null, microphoneId: null });
    check.close();
  });

  it('shows the picture and names the devices once one was allowed', async () => {
    const { edge, running } = computer();
    const check = new DeviceCheck(edge);
    const turning = check.turn('camera', true);
    expect(check.camera()).toBe('asking');
    await turning;
    expect([check.camera(), check.picture() !== null, [...running]]).toEqual(['on', true, ['cam-1']]);
    expect(check.cameras().map(({ label }) => label)).toEqual(['Device cam-1', 'Device cam-2']);
    check.close();
  });

  it('runs one camera at a time', async () => {
    const { edge, running } = computer();
    const check = new DeviceCheck(edge);
    await check.turn('camera', true);
    await check.choose('camera', 'cam-2');
    expect([[...running], check.wishes().cameraId]).toEqual([['cam-2'], 'cam-2']);
    await check.turn('camera', false);
    expect([[...running], check.camera(), check.picture(), check.wishes().camera]).toEqual([[], 'off', null, false]);
    check.close();
  });

  it('starts from the devices of an earlier test', async () => {
    const { edge, running } = computer();
    const check = new DeviceCheck(edge, { camera: 'cam-2' });
    expect([running.size, check.wishes().cameraId]).toEqual([0, 'cam-2']);
    await check.turn('camera', true);
    expect([...running]).toEqual(['cam-2']);
    check.close();
  });

  it('says why a device gives nothing and goes on without it', async () => {
    const { edge, trouble } = computer();
    trouble.set('camera', 'denied');
    trouble.set('microphone', 'missing');
    const check = new DeviceCheck(edge);
    await check.turn('camera', true);
    await check.turn('microphone', true);
    expect([check.camera(), check.microphone()]).toEqual(['denied', 'missing']);
    expect(check.wishes()).toMatchObject({ camera: false, microphone: false });
    check.close();
  });

  it('shows how loud the microphone is while it runs', async () => {
    jest.useFakeTimers();
    const { edge, speak } = computer();
    const check = new DeviceCheck(edge);
    await check.turn('microphone', true);
    speak(0.4);
    jest.advanceTimersByTime(100);
    expect(check.level()).toBe(0.4);
    await check.turn('microphone', false);
    expect(check.level()).toBe(0);
    check.close();
  });

  it('hears of devices that are plugged in', async () => {
    const { edge, devices, plug } = computer();
    const check = new DeviceCheck(edge);
    await check.turn('camera', true);
    devices.push({ deviceId: 'cam-3', label: 'Third', kind: 'camera' });
    plug();
    await settle();
    expect(check.cameras().length).toBe(3);
    check.close();
  });

  it('lets go of the devices at the end but keeps what was chosen', async () => {
    const { edge, running } = computer();
    const check = new DeviceCheck(edge);
    await check.turn('camera', true);
    await check.turn('microphone', true);
    check.close();
    expect([running.size, check.wishes()]).toEqual([
      0,
      { camera: true, microphone: true, cameraId: 'cam-1', microphoneId: 'mic-1' },
    ]);
    await check.turn('camera', true);
    expect(running.size).toBe(0);
  });
});
