import type { PlanDocument } from '../../src/domain/approval/document.ts';
import type { Admission } from '../../src/pipeline/approve/asking.ts';
import { admitByEnvironment } from '../../src/pipeline/approve/environment-gate.ts';
import type { Forge } from '../../src/ports/forge.ts';
import type { Spent } from '../../src/ports/spent.ts';
import type { FakeForge } from '../fakes/forge/fake-forge.ts';
import { askingOver, handedFor } from '../pipeline/approve/scene.ts';
import type { Process } from './process.ts';

/** Questions whose time matters; the others would only make the guard refuse. */
const asked = new Set(['identity', 'environment', 'artifactFile']);

/** The forge as a process asks it: a question may fail, be late, or lose its answer. */
function forgeOf(process: Process, fake: FakeForge): Forge {
  return new Proxy(fake, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      const method = member.bind(target) as (...args: unknown[]) => Promise<unknown>;
      if (typeof name !== 'string' || !asked.has(name)) return method;
      return (...args: unknown[]) => process.call(`ask the forge for ${name}`, () => method(...args));
    },
  });
}

/** What the guard of the environment says to a process, by its real rules. */
export function admission(
  process: Process,
  document: PlanDocument,
  { fake, spent, run }: { readonly fake: FakeForge; readonly spent: Spent; readonly run: string },
): Promise<Admission> {
  const asking = askingOver(forgeOf(process, fake), { spent, run, clock: process.clock() });
  return admitByEnvironment(asking, handedFor(document));
}

/** An administrator switches the protection of the environment off, or on again. */
export function toggleProtection(fake: FakeForge): 'off' | 'on' {
  const off = fake.environments.some(({ preventSelfReview }) => preventSelfReview);
  fake.environments = fake.environments.map((environment) => ({ ...environment, preventSelfReview: !off }));
  return off ? 'off' : 'on';
}
