import { readdirSync, readFileSync } from 'node:fs';

type Labels = Readonly<Record<string, string>>;

interface Sample {
  readonly labels: Labels;
  value: number;
}

/** Upper bounds of the response-time histogram, in seconds. */
export const RESPONSE_TIME_BUCKETS: readonly number[] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
}

/** One metric with its samples, written in the Prometheus text format 0.0.4. */
class Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge';
  private readonly samples = new Map<string, Sample>();

  constructor(name: string, help: string, type: 'counter' | 'gauge') {
    this.name = name;
    this.help = help;
    this.type = type;
  }

  private at(labels: Labels): Sample {
    const key = labelText(labels);
    const known = this.samples.get(key);
    if (known !== undefined) return known;
    const sample = { labels, value: 0 };
    this.samples.set(key, sample);
    return sample;
  }

  add(amount = 1, labels: Labels = {}): void {
    this.at(labels).value += amount;
  }

  set(value: number, labels: Labels = {}): void {
    this.at(labels).value = value;
  }

  render(): string {
    const lines = [...this.samples.values()].map(({ labels, value }) => `${this.name}${labelText(labels)} ${value}`);
    return [`# HELP ${this.name} ${this.help}`, `# TYPE ${this.name} ${this.type}`, ...lines].join('\n');
  }
}

/** A cumulative histogram of durations in seconds. */
class Histogram {
  readonly name: string;
  readonly help: string;
  private readonly counts = RESPONSE_TIME_BUCKETS.map(() => 0);
  private sum = 0;
  private total = 0;

  constructor(name: string, help: string) {
    this.name = name;
    this.help = help;
  }

  observe(seconds: number): void {
    this.sum += seconds;
    this.total += 1;
    RESPONSE_TIME_BUCKETS.forEach((bound, index) => {
      if (seconds <= bound) this.counts[index] = (this.counts[index] ?? 0) + 1;
    });
  }

  render(): string {
    const buckets = RESPONSE_TIME_BUCKETS.map(
      (bound, index) => `${this.name}_bucket{le="${bound}"} ${this.counts[index]}`,
    );
    return [
      `# HELP ${this.name} ${this.help}`,
      `# TYPE ${this.name} histogram`,
      ...buckets,
      `${this.name}_bucket{le="+Inf"} ${this.total}`,
      `${this.name}_sum ${this.sum}`,
      `${this.name}_count ${this.total}`,
    ].join('\n');
  }
}

function openDescriptors(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}

function residentBytes(): number {
  const field = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return field === null ? 0 : Number(field[1]) * 1024;
}

const startedAt = Date.now() / 1000 - process.uptime();

function processText(): string {
  const { user, system } = process.cpuUsage();
  const rows: [string, string, number][] = [
    ['process_cpu_seconds_total', 'counter', (user + system) / 1e6],
    ['process_resident_memory_bytes', 'gauge', residentBytes()],
    ['process_open_fds', 'gauge', openDescriptors()],
    ['process_start_time_seconds', 'gauge', startedAt],
  ];
  return rows.map(([name, type, value]) => `# TYPE ${name} ${type}\n${name} ${value}`).join('\n');
}

/** What a program counts and measures, with the usual `process_*` figures. */
export class Metrics {
  private readonly parts: { render(): string }[] = [];

  counter(name: string, help: string): Metric {
    return this.keep(new Metric(name, help, 'counter'));
  }

  gauge(name: string, help: string): Metric {
    return this.keep(new Metric(name, help, 'gauge'));
  }

  histogram(name: string, help: string): Histogram {
    return this.keep(new Histogram(name, help));
  }

  private keep<T extends { render(): string }>(part: T): T {
    this.parts.push(part);
    return part;
  }

  /** The page that `/metrics` serves. */
  render(): string {
    return `${[...this.parts.map((part) => part.render()), processText()].join('\n')}\n`;
  }
}
