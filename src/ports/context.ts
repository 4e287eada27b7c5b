import type { Calendar } from '../domain/calendar/window.ts';
import type { Platform } from '../domain/configuration/platform.ts';
import type { Thresholds } from '../domain/configuration/thresholds.ts';
import type { Ports } from './index.ts';

/** What a task is handed: its ports, the platform's configuration, and the moment of the run. */
export interface TaskContext<P extends keyof Ports = keyof Ports> {
  readonly ports: Pick<Ports, P>;
  readonly platform: Platform;
  /** The configured thresholds of the guide's six metrics. */
  readonly thresholds: Thresholds;
  /** The windows that open by themselves, and the blackouts. */
  readonly calendar: Calendar;
  /** The moment of observation, epoch ms. Everything that depends on time depends on this. */
  readonly now: number;
  /** Fires when the run is cancelled or out of time: stop, and let what was begun elsewhere end. */
  readonly signal: AbortSignal;
  /** Wait; rejects with a `cancelled` PortError when the signal fires first. */
  readonly pause: (ms: number) => Promise<void>;
  /** One line for whoever watches the run. */
  readonly progress: (text: string) => void;
}
