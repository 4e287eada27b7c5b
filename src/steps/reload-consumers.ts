import { shortSerial } from '../domain/certificate/certificate.ts';
import type { StepOf } from '../domain/step/step.ts';
import { lookAtServed } from '../observation/certificates/served-by-pods.ts';
import { PortError } from '../ports/port-error.ts';
import { readHeld } from './certificate/held.ts';
import { reloadMark } from './certificate/kept.ts';
import { bringToServe, consumerNow } from './certificate/reload.ts';
import { defineStep, type Settlement } from './executor.ts';

type ReloadStep = StepOf<'reload-consumers'>;

/**
 * Bring every pod that uses a renewed Secret to serve what it holds now, and prove it on each. Pods that take it up by
 * themselves are waited for; others are rolled, by a mark in their template that names the plan.
 */
export default defineStep({
  kind: 'reload-consumers',
  ports: ['cluster', 'certificates'],
  provedBy: 'settle',
  precondition: async (context, { parameters }) => {
    if (parameters.renewer === undefined) return { holds: true };
    const held = await readHeld(context, parameters);
    if (held?.leaf !== undefined && held.leaf.fingerprint !== parameters.certificate) return { holds: true };
    return { holds: false, moved: `${parameters.renewer} has not renewed secret/${parameters.secret}` };
  },
  apply: async (context, step) => {
    const { parameters } = step;
    const held = await readHeld(context, parameters);
    const leaf = held?.leaf;
    if (leaf === undefined || leaf.fingerprint === parameters.certificate) throw notRenewed(step);
    const told = await bringToServe(context, parameters, leaf, reloadMark(context.planId, parameters));
    const serial = `serial ${shortSerial(leaf)}`;
    return { text: `${serial}: ${told.join('; ') || 'no workload uses it'}`, measurements: [], findings: [] };
  },
  settle: async (context, { parameters }): Promise<Settlement> => {
    const leaf = (await readHeld(context, parameters))?.leaf;
    if (leaf === undefined) return 'moved';
    if (leaf.fingerprint === parameters.certificate) return 'not-done';
    for (const consumer of parameters.consumers) {
      const { all } = await lookAtServed(context, consumer, leaf, parameters.limits.handshakeMs);
      if (!all || consumer.ports.length === 0) return 'cannot-tell';
    }
    return 'done';
  },
  movedTo: (context, { parameters }) => consumerNow(context, parameters, reloadMark(context.planId, parameters)),
});

const notRenewed = ({ parameters }: ReloadStep): PortError =>
  new PortError({
    code: 'failed',
    subject: `secret/${parameters.secret}`,
    message: `secret/${parameters.secret} does not hold a renewed certificate, so nobody is to take one up`,
    next: 'look at the step before this one',
  });
