import type { LimitRange, Pod, ResourceQuota } from '../kubernetes/objects.ts';
import { counted, formatShare } from '../quantities.ts';
import { type Amounts, larger, plus, sameAmounts, times } from './amounts.ts';
import { podBreaches } from './limit-range.ts';
import { type NodeRoom, promisedShare, withoutRequests } from './node-room.ts';
import { place } from './placement.ts';
import { podLimits, podRequests } from './pod-request.ts';
import { breachedBy, countedAmounts, quotasFor, quotaUseAfter } from './quota.ts';

/** A change of how many pods there are, or of what each asks for. */
export interface PodChange {
  readonly spec: Pod['spec'];
  readonly labels: Readonly<Record<string, string>>;
  /** What each pod asks for now. */
  readonly before: Pod['spec'];
  readonly from: number;
  readonly to: number;
  /** Pods beyond the wanted number while the present ones are replaced; 0 when none is. */
  readonly surge: number;
  /** How many of the present pods each node has. */
  readonly alike: Readonly<Record<string, number>>;
}

/** What the pods have to fit into. */
export interface Surroundings {
  readonly nodes: readonly NodeRoom[];
  readonly quotas: readonly ResourceQuota[];
  readonly ranges: readonly LimitRange[];
}

/** Something that a change would break: the rule, the state, and whose it is. */
export interface Misfit {
  readonly rule: string;
  readonly state: string;
  /** What to look at: `resourcequota/compute`, `nodes`. */
  readonly at: string;
}

/** Whether a change fits. */
export interface Fit {
  readonly misfits: readonly Misfit[];
  /** What is so afterwards, in words: `node capacity after: cpu 61 %, memory 70 %`. */
  readonly after: readonly string[];
}

/** Judge a change against limit ranges, quotas and nodes: at its end, and while it is under way. */
export function judgeFit(change: PodChange, { nodes, quotas, ranges }: Surroundings): Fit {
  const inRange = podBreaches(ranges, change.spec).map(({ range, what, text }) => ({
    rule: 'a limit range is kept',
    state: `${range}: ${what}: ${text}`,
    at: range,
  }));
  const counting = quotasFor(quotas, change.spec);
  const added = addedAmounts(change);
  const broken = breachedBy(counting, larger(added.after, added.meanwhile)).map(({ quota, text }) => ({
    rule: 'a quota is kept',
    state: `${quota}: ${text}`,
    at: quota,
  }));
  const placing = placed(change, nodes);
  const use = quotaUseAfter(counting, added.after).map(({ quota, text }) => `quota ${quota}: ${text}`);
  return {
    misfits: [...inRange, ...broken, ...placing.misfits],
    after: [placing.after, ...(use.length === 0 ? ['no quota bounds it'] : use)],
  };
}

/** How much more is promised at the end, and at most while pods are replaced. Only what grows counts meanwhile. */
function addedAmounts(change: PodChange): { readonly after: Amounts; readonly meanwhile: Amounts } {
  const { from, to, surge } = change;
  const of = (amounts: (spec: Pod['spec']) => Amounts) => {
    const [before, now] = [amounts(change.before), amounts(change.spec)];
    const grown = larger(plus(now, times(before, -1)), {});
    return {
      after: plus(times(now, to), times(before, -from)),
      meanwhile: plus(times(grown, from), times(larger(now, before), surge)),
    };
  };
  const [requests, limits] = [of(podRequests), of(podLimits)];
  return {
    after: countedAmounts(to - from, requests.after, limits.after),
    meanwhile: countedAmounts(surge, requests.meanwhile, limits.meanwhile),
  };
}

/** Whether nodes have room for the pods that come first, and for all of them in the end. */
function placed(change: PodChange, nodes: readonly NodeRoom[]): { misfits: readonly Misfit[]; after: string } {
  const { spec, labels, from, to, surge, alike } = change;
  const first = place(nodes, { count: surge, spec, labels, alike });
  const stay = sameAmounts(podRequests(change.before), podRequests(spec));
  const emptied = stay ? nodes : withoutRequests(nodes, podRequests(change.before), alike);
  const count = stay ? Math.max(0, to - from) : to;
  const rest = place(emptied, { count, spec, labels, alike: stay ? alike : {} });
  const missing = [
    { kept: first, wanted: surge, while: 'while pods are replaced' },
    { kept: rest, wanted: count, while: stay ? 'besides those that are there' : 'with what they would ask for' },
  ].filter(({ kept, wanted }) => kept.placed < wanted);
  const misfits = missing.slice(0, 1).map(({ kept, wanted, while: when }) => ({
    rule: 'the nodes have room for what is asked for',
    state: `there is room for ${kept.placed} of ${counted(wanted, 'pod')} ${when}; ${kept.reasons.map(({ node, why }) => `${node}: ${why}`).join('; ') || 'there is no node'}`,
    at: 'nodes',
  }));
  const share = (resource: 'cpu' | 'memory') => formatShare(promisedShare(rest.nodes, resource));
  const before = (resource: 'cpu' | 'memory') => formatShare(promisedShare(nodes, resource));
  const after = `nodes after: cpu ${share('cpu')} promised (now ${before('cpu')}), memory ${share('memory')} (now ${before('memory')})`;
  return { misfits, after };
}
