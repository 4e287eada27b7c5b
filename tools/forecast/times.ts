const dayMs = 86_400_000;

/** Times of a series, and how they go on. */
export interface Times {
  /** The place of each time: whole steps from the first one, ascending. */
  readonly places: readonly number[];
  /** How the time of any place is written. */
  readonly label: (place: number) => string;
}

/** Epoch milliseconds of `2026-11`, `2026-11-24`, `2026-11-24T02:00:00Z`, `2026-11-24 02:00` (taken for UTC) or epoch seconds or milliseconds. */
export function parseTime(text: string): number | undefined {
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return Number(text) * 1000;
  if (/^\d{12,13}$/.test(text)) return Number(text);
  const match = /^(\d{4}-\d{2})(-\d{2})?(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (match === null) return undefined;
  const [, month, day = '-01', clock = '00:00', zone = 'Z'] = match;
  const at = Date.parse(`${month}${day}T${clock}${zone}`);
  return Number.isNaN(at) ? undefined : at;
}

/**
 * Places on a grid whose step is the most usual distance; by calendar months where that is 28 to 31 days, since months are not
 * equally long. A number: the index of the first time that lies on no place, or on the one before it.
 */
export function placesOf(times: readonly number[]): Times | number {
  const gaps = times.slice(1).map((time, k) => time - (times[k] as number));
  const wrong = gaps.findIndex((gap) => gap <= 0);
  if (wrong >= 0) return wrong + 1;
  const first = times[0] as number;
  const step = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? dayMs;
  if (step >= 28 * dayMs && step <= 31 * dayMs) return monthly(times);
  const exact = times.map((time) => (time - first) / step);
  const places = exact.map(Math.round);
  const off = exact.findIndex((place, k) => Math.abs(place - (places[k] as number)) > 0.25);
  if (off >= 0) return off;
  const doubled = places.findIndex((place, k) => k > 0 && place === places[k - 1]);
  if (doubled >= 0) return doubled;
  const daily = step % dayMs === 0 && first % dayMs === 0;
  const label = (place: number) => {
    const text = new Date(first + place * step).toISOString();
    return daily ? text.slice(0, 10) : text.replace(/(:00)?\.000Z$/, 'Z');
  };
  return { places, label };
}

function monthly(times: readonly number[]): Times | number {
  const months = times.map((time) => new Date(time).getUTCFullYear() * 12 + new Date(time).getUTCMonth());
  const doubled = months.findIndex((month, k) => k > 0 && month === months[k - 1]);
  if (doubled >= 0) return doubled;
  const first = months[0] as number;
  return {
    places: months.map((month) => month - first),
    label: (place) => {
      const month = first + place;
      return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    },
  };
}
