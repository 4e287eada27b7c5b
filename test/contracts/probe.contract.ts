import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Endpoint } from '../../src/ports/endpoint.ts';
import type { Probe } from '../../src/ports/probe.ts';

/** What a suite under this contract has to provide. */
export interface ProbeUnderTest {
  readonly probe: Probe;
  /** An http endpoint that answers `/ok` with 200 after `delayMs`, and anything else with 404. */
  readonly answering: (delayMs: number) => Promise<Endpoint>;
  /** An endpoint that accepts connections and never answers. */
  readonly hanging: () => Promise<Endpoint>;
  readonly silent: () => Promise<Endpoint>;
  readonly close: () => Promise<void>;
}

/** The behaviour of the port `probe`, whoever implements it. */
export function probeContract(name: string, create: () => Promise<ProbeUnderTest>): void {
  describe(`probe: ${name}`, () => {
    let under: ProbeUnderTest;
    beforeAll(async () => {
      under = await create();
    });
    afterAll(() => under.close());
    const ask = (endpoint: Endpoint, path = '/ok', count = 3, timeoutMs = 2000, signal?: AbortSignal) =>
      under.probe.requests(
        { endpoint, scheme: 'http', path, serverName: 'gateway.example', count },
        { timeoutMs, ...(signal === undefined ? {} : { signal }) },
      );

    const trips = (endpoint: Endpoint, count: number) =>
      under.probe.roundTrips({ endpoint, count, path: '/ok', serverName: 'gateway.example' }, { timeoutMs: 1000 });

    test('every answer has its own time, waiting included', async () => {
      const times = await ask(await under.answering(30));
      expect([times.answeredMs.length, times.timedOut, times.failed.count]).toEqual([3, 0, 0]);
      expect(Math.min(...times.answeredMs)).toBeGreaterThanOrEqual(29);
      expect(times.statuses).toEqual({ 200: 3 });
    });

    test('a bad status is an answer, and counted as what it is', async () => {
      expect((await ask(await under.answering(0), '/other')).statuses).toEqual({ 404: 3 });
    });

    test('an answer that never comes is counted, not waited for', async () => {
      const times = await ask(await under.hanging(), '/ok', 2, 100);
      expect([times.answeredMs, times.timedOut]).toEqual([[], 2]);
    });

    test('nobody listens: failed, with the reason', async () => {
      const times = await ask(await under.silent());
      expect(times.failed).toEqual({ count: 3, why: expect.stringContaining('refused the connection') });
    });

    test('round trips to an address are TCP handshakes', async () => {
      const found = await trips(await under.answering(5), 4);
      expect([found.ms.length, found.by, found.failed.count]).toEqual([4, 'tcp-connect', 0]);
      const none = await trips(await under.silent(), 2);
      expect([none.ms, none.failed.count]).toEqual([[], 2]);
    });

    test('a cancelled run asks nobody', async () => {
      const asked = ask(await under.answering(0), '/ok', 1, 1000, AbortSignal.abort());
      await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    });
  });
}
