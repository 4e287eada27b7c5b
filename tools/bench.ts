/**
 * `npm run bench`: comparisons, side by side in one run, as ratios, with process start and in-process time apart and equal work on
 * both sides. `-- start`, `-- pods`, `-- many-pods` (50,000, only when asked for), `-- health`, `-- daily` and
 * `-- weekly` (on the sandbox that is up),
 * `-- growth`, `-- backups`, `-- forecast`: only that. Figures of a busy machine are said to be so.
 */
import { loadavg } from 'node:os';
import { benchBackups } from './bench/backups.ts';
import { benchDaily } from './bench/daily.ts';
import { benchForecast } from './bench/forecast.ts';
import { benchGrowth } from './bench/growth.ts';
import { benchHealth } from './bench/health.ts';
import { benchPods } from './bench/pods.ts';
import { benchStart } from './bench/start.ts';
import { benchWeekly } from './bench/weekly.ts';

const benches = {
  start: benchStart,
  pods: () => benchPods(),
  'many-pods': () => benchPods(50_000),
  health: benchHealth,
  daily: benchDaily,
  weekly: benchWeekly,
  growth: benchGrowth,
  backups: benchBackups,
  forecast: benchForecast,
} as const;
/** Takes many minutes and much memory. */
const onRequest = new Set(['many-pods']);
const words = process.argv.slice(2);
const unknown = words.find((word) => !Object.hasOwn(benches, word));
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}"; there are ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
const [load = 0] = loadavg();
console.log(`Load before: ${load.toFixed(1)}${load > 1 ? ' (the machine is busy: read ratios, not times)' : ''}`);
for (const [name, bench] of Object.entries(benches)) {
  if (words.length > 0 ? !words.includes(name) : onRequest.has(name)) continue;
  console.log(`\n## ${name}`);
  for (const line of await bench()) console.log(line);
}
