import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import type { Call } from '../../fakes/cluster/fake-cluster.ts';
import { Bench, type BenchTraits } from './bench.ts';
import { kept, namespace } from './issuers.ts';

async function gateway(traits: BenchTraits = {}) {
  const bench = await Bench.make(traits);
  await bench.secret('api-gateway-tls', 12);
  bench.gateway();
  return { bench, was: bench.held('api-gateway-tls') };
}

/** Do something once, before the first call that is meant. */
function beforeCall(bench: Bench, meant: (call: Call) => boolean, act: () => void | Promise<void>): void {
  let done = false;
  bench.cluster.intercept(async (call) => {
    if (done || !meant(call)) return undefined;
    done = true;
    await act();
    return undefined;
  });
}

const isKeeping = ({ verb, namespace: where }: Call): boolean => verb === 'create' && where === kept;
const isWriting = ({ verb, name }: Call): boolean => verb === 'patch' && name === 'api-gateway-tls';
const isRolling = ({ verb, name }: Call): boolean => verb === 'patch' && name === 'api-gateway';

describe('somebody changes the Secret', () => {
  test('after it was planned: nothing is issued', async () => {
    const { bench } = await gateway();
    let serial = '';
    beforeCall(
      bench,
      ({ verb, name }) => verb === 'get' && name === 'issuing-ca',
      async () => {
        serial = await bench.meddle('api-gateway-tls');
      },
    );
    const { entry } = await bench.run();
    expect(entry).toMatchObject({ verdict: 'fail', cause: expect.stringContaining('was changed by somebody else') });
    expect(bench.held('api-gateway-tls').serial).toBe(serial);
    expect(bench.kept()).toEqual([]);
  });

  test('between the look and the write: the compare-and-swap loses, and theirs stays', async () => {
    const { bench } = await gateway();
    let serial = '';
    beforeCall(bench, isWriting, async () => {
      serial = await bench.meddle('api-gateway-tls');
    });
    const { entry } = await bench.run();
    expect(entry.status).toBe('rolled-back');
    expect(bench.held('api-gateway-tls').serial).toBe(serial);
    expect(bench.kept()).toEqual([]);
    expect(bench.mark()).toBeUndefined();
  });

  test('after it was written: frozen, theirs stays, and the former one stays kept for whoever decides', async () => {
    const { bench } = await gateway({ habit: 'ignores' });
    let serial = '';
    beforeCall(bench, isRolling, async () => {
      serial = await bench.meddle('api-gateway-tls');
    });
    const { entry, findings } = await bench.run();
    expect(entry).toMatchObject({ status: 'frozen', verdict: 'fail' });
    expect(entry.undone.find(({ step }) => step.startsWith('write'))).toMatchObject({
      outcome: 'frozen',
      cause: 'secret/api-gateway-tls was changed by somebody else since',
    });
    expect(bench.held('api-gateway-tls').serial).toBe(serial);
    expect(bench.kept()).toHaveLength(1);
    expect(findings.map(({ code }) => code)).toContain('steps-frozen');
  });

  test('by making it anew: that is another Secret', async () => {
    const { bench } = await gateway();
    beforeCall(bench, isWriting, async () => {
      bench.remove('api-gateway-tls');
      await bench.secret('api-gateway-tls', 40);
    });
    const { entry } = await bench.run();
    expect(entry.status).toBe('rolled-back');
    expect(bench.held('api-gateway-tls').left).toBe(40);
  });

  test('meanwhile another annotation of the template: ours alone is taken back', async () => {
    const { bench, was } = await gateway({ habit: 'ignores' });
    bench.onRolled(() =>
      bench.cluster.edit(resources.deployments, namespace, 'api-gateway', (draft) => {
        draft.metadata.annotations = { 'somebody.example/note': 'hands off' };
      }),
    );
    expect((await bench.run()).entry.status).toBe('rolled-back');
    expect(bench.mark()).toBeUndefined();
    expect(bench.held('api-gateway-tls')).toEqual(was);
  });
});

describe('an answer is lost', () => {
  const lost = new PortError({ code: 'timeout', subject: 'x', message: 'no answer' });

  test.each<[string, (call: Call) => boolean]>([
    ['of keeping what was issued', isKeeping],
    ['of writing the Secret', isWriting],
  ])('%s: the world shows that it happened, and the plan goes on', async (_name, meant) => {
    const { bench } = await gateway();
    let once = false;
    bench.cluster.intercept((call) => {
      if (once || !meant(call)) return undefined;
      once = true;
      return { after: lost };
    });
    const { entry } = await bench.run();
    expect(entry).toMatchObject({ status: 'done', verdict: 'pass' });
    expect(bench.held('api-gateway-tls').left).toBe(90);
    expect(bench.served()).toEqual([bench.held('api-gateway-tls').serial]);
    expect(bench.kept()).toEqual([]);
  });

  test.each<[string, (call: Call) => boolean]>([
    ['of keeping', isKeeping],
    ['of writing', isWriting],
    ['of rolling', isRolling],
  ])('%s, and it did not happen: as before', async (_name, meant) => {
    const { bench, was } = await gateway();
    bench.cluster.intercept((call) => (meant(call) ? { before: lost } : undefined));
    const { entry } = await bench.run();
    expect(entry.status).toBe('rolled-back');
    expect(bench.held('api-gateway-tls')).toEqual(was);
    expect(bench.served()).toEqual([was.serial]);
    expect(bench.kept()).toEqual([]);
  });

  test('of writing, twice: a proxy repeats the request, and the answer is that of the second', async () => {
    const { bench } = await gateway();
    const second = new PortError({ code: 'conflict', subject: 'x', message: 'testing value failed' });
    bench.cluster.intercept((call) => (isWriting(call) ? { after: second } : undefined));
    expect((await bench.run()).entry.status).toBe('done');
    expect(bench.held('api-gateway-tls').left).toBe(90);
  });

  test('of removing what was kept: said, with where it is', async () => {
    const { bench } = await gateway();
    bench.cluster.fail({ verb: 'delete', namespace: kept }, lost);
    const { entry, findings } = await bench.run();
    expect(entry.status).toBe('done');
    expect(findings).toMatchObject([{ code: 'kept-value-left', severity: 'unknown' }]);
  });
});

describe('a person changes something while it is put back', () => {
  test('the Secret: theirs stays, and nothing is overwritten', async () => {
    const { bench } = await gateway({ habit: 'ignores' });
    let serial = '';
    let writes = 0;
    bench.cluster.intercept(async (call) => {
      if (isWriting(call) && ++writes === 2) serial = await bench.meddle('api-gateway-tls');
      return undefined;
    });
    const { entry } = await bench.run();
    expect(entry.status).toBe('frozen');
    expect(bench.held('api-gateway-tls').serial).toBe(serial);
    expect(bench.kept()).toHaveLength(1);
  });
});
