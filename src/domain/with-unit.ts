import type { Unit } from './measurement.ts';
import { formatBytes, formatShare, formatSpan } from './quantities.ts';

/** A value with its unit, as people read it. */
export function withUnit(value: number, unit: Unit): string {
  switch (unit) {
    case 'bytes':
      return formatBytes(value);
    case 'bytes-per-second':
      return `${formatBytes(value)} a second`;
    case 'bytes-per-day':
      return `${formatBytes(value)} a day`;
    case 'ms':
      return Math.abs(value) < 10 ? `${round(value)} ms` : formatSpan(value);
    case 'share':
      return formatShare(value);
    case 'per-second':
      return `${round(value)} a second`;
    case 'days':
      return `${round(value)} days`;
    case 'cores':
      return `${round(value)} cores`;
    case 'count':
      return round(value);
  }
}

const twoDigits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const noDigits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const round = (value: number): string => (Math.abs(value) < 10 ? twoDigits : noDigits).format(value);
