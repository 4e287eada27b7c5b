import type { Threshold } from '../configuration/thresholds.ts';

/** How bad a value is against a pair of thresholds. */
export type Level = 'good' | 'warning' | 'critical';

/** Which side of a threshold is the bad one. */
export type Direction = 'higher-is-worse' | 'lower-is-worse';

/** A pair of thresholds with everything that comparing needs. */
export interface Bounds extends Threshold {
  readonly direction: Direction;
  /** How far back over a threshold a value must go before a level is left, as a share of the threshold: 0.05 is 5 %. */
  readonly hysteresis: number;
}

const weight: Readonly<Record<Level, number>> = { good: 0, warning: 1, critical: 2 };

/** The level by the thresholds alone: a value at a threshold has reached it. */
export function levelOf(value: number, bounds: Bounds): Level {
  const reached = (threshold: number) =>
    bounds.direction === 'higher-is-worse' ? value >= threshold : value <= threshold;
  if (reached(bounds.critical)) return 'critical';
  return reached(bounds.warning) ? 'warning' : 'good';
}

/** From where on a level is left again. */
export function releaseOf(threshold: number, { direction, hysteresis }: Bounds): number {
  return direction === 'higher-is-worse' ? threshold * (1 - hysteresis) : threshold * (1 + hysteresis);
}

/**
 * The level after `previous`: it rises at the thresholds and falls only once the value is clearly back, so that a value
 * that swings about a threshold does not change its level every night.
 */
export function nextLevel(previous: Level, value: number, bounds: Bounds): Level {
  const now = levelOf(value, bounds);
  if (weight[now] >= weight[previous]) return now;
  const released = {
    ...bounds,
    warning: releaseOf(bounds.warning, bounds),
    critical: releaseOf(bounds.critical, bounds),
  };
  const held = levelOf(value, released);
  return weight[held] < weight[previous] ? held : previous;
}

/** The level that a series of values ends in, oldest first, beginning good. */
export function levelAfter(values: readonly number[], bounds: Bounds): Level {
  return values.reduce<Level>((level, value) => nextLevel(level, value, bounds), 'good');
}
