import type { Pod } from '../kubernetes/objects.ts';
import { selectsLabels } from '../kubernetes/selectors.ts';
import { formatAmount, isAbove } from './amounts.ts';
import { notEligible } from './eligible.ts';
import { type NodeRoom, withRequests } from './node-room.ts';
import { podRequests } from './pod-request.ts';

/** The pods that are to be placed, and where those like them are. */
export interface Placing {
  readonly count: number;
  readonly spec: Pod['spec'];
  readonly labels: Readonly<Record<string, string>>;
  /** How many pods with these labels each node has already. */
  readonly alike: Readonly<Record<string, number>>;
}

/** Where pods found room. */
export interface Placement {
  readonly placed: number;
  /** The nodes with what was placed on them. */
  readonly nodes: readonly NodeRoom[];
  /** Why the next pod fits nowhere, a reason for each node; empty when all were placed. */
  readonly reasons: readonly { readonly node: string; readonly why: string }[];
}

/**
 * Try to place pods one after the other, each on the node that has the largest share left, as the scheduler does by default
 * (`NodeResourcesFit`, LeastAllocated). Rougher than the scheduler: what is only preferred, volumes bound to a place,
 * host ports and affinity to other workloads are not looked at; so "it fits" is likely and "it does not" is sure, as far
 * as requests, taints, node affinity, anti-affinity among themselves and required spreading go.
 */
export function place(nodes: readonly NodeRoom[], placing: Placing): Placement {
  const requests = podRequests(placing.spec);
  const alike = new Map(Object.entries(placing.alike));
  let rooms = nodes;
  for (let placed = 0; placed < placing.count; placed += 1) {
    const refusals = new Map(rooms.map((room) => [room.name, refusalOf(room, rooms, placing, alike, requests)]));
    const free = rooms.filter(({ name }) => refusals.get(name) === undefined);
    const [best] = free.toSorted((one, other) => loadOf(one) - loadOf(other) || (one.name < other.name ? -1 : 1));
    if (best === undefined) {
      const reasons = rooms.map(({ name }) => ({ node: name, why: refusals.get(name) ?? '' }));
      return { placed, nodes: rooms, reasons };
    }
    rooms = rooms.map((room) => (room === best ? withRequests(room, requests) : room));
    alike.set(best.name, (alike.get(best.name) ?? 0) + 1);
  }
  return { placed: placing.count, nodes: rooms, reasons: [] };
}

/** How far a node is promised away: the mean of its shares of cpu and memory. */
function loadOf({ allocatable, requested }: NodeRoom): number {
  const share = (resource: string) => (requested[resource] ?? 0) / Math.max(allocatable[resource] ?? 0, 1e-9);
  return (share('cpu') + share('memory')) / 2;
}

function refusalOf(
  room: NodeRoom,
  rooms: readonly NodeRoom[],
  placing: Placing,
  alike: ReadonlyMap<string, number>,
  requests: Readonly<Record<string, number>>,
): string | undefined {
  return (
    notEligible(placing.spec, room) ??
    tooSmall(room, requests) ??
    keptApart(room, rooms, placing, alike) ??
    unevenly(room, rooms, placing, alike)
  );
}

function tooSmall(
  { allocatable, requested }: NodeRoom,
  requests: Readonly<Record<string, number>>,
): string | undefined {
  for (const [resource, needed] of Object.entries({ ...requests, pods: 1 })) {
    const left = (allocatable[resource] ?? 0) - (requested[resource] ?? 0);
    if (needed > 0 && isAbove(needed, left)) {
      const word =
        resource === 'pods'
          ? 'no place for another pod'
          : `${resource}: ${formatAmount(resource, Math.max(0, left))} left of ${formatAmount(resource, needed)} needed`;
      return word;
    }
  }
  return undefined;
}

/** Nodes of the same domain as this one, by the label that names domains. */
const domainOf = (room: NodeRoom, rooms: readonly NodeRoom[], key: string): readonly NodeRoom[] =>
  rooms.filter((other) => other.labels[key] === room.labels[key]);

const countIn = (rooms: readonly NodeRoom[], alike: ReadonlyMap<string, number>): number =>
  rooms.reduce((sum, { name }) => sum + (alike.get(name) ?? 0), 0);

/** Required anti-affinity of the pods among themselves. */
function keptApart(
  room: NodeRoom,
  rooms: readonly NodeRoom[],
  { spec, labels }: Placing,
  alike: ReadonlyMap<string, number>,
): string | undefined {
  const terms = spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const own = terms.filter(({ labelSelector }) => selectsLabels(labelSelector, labels));
  const broken = own.find(({ topologyKey }) => countIn(domainOf(room, rooms, topologyKey), alike) > 0);
  return broken && `anti-affinity by ${broken.topologyKey}`;
}

/** Required spreading: no domain may get further ahead of the emptiest one than `maxSkew`. */
function unevenly(
  room: NodeRoom,
  rooms: readonly NodeRoom[],
  { spec, labels }: Placing,
  alike: ReadonlyMap<string, number>,
): string | undefined {
  const eligible = rooms.filter((other) => notEligible(spec, other) === undefined);
  const broken = (spec.topologySpreadConstraints ?? []).find((constraint) => {
    const { topologyKey, maxSkew, whenUnsatisfiable, labelSelector } = constraint;
    if (whenUnsatisfiable !== 'DoNotSchedule' || !selectsLabels(labelSelector, labels)) return false;
    if (room.labels[topologyKey] === undefined) return true;
    const counts = eligible.map((other) => countIn(domainOf(other, eligible, topologyKey), alike));
    return countIn(domainOf(room, eligible, topologyKey), alike) + 1 - Math.min(...counts) > maxSkew;
  });
  return broken && `spread by ${broken.topologyKey}`;
}
