/** Progress that a person can follow: one line per item, with what is being done and how long it took. */

/** Receives the story of a piece of work. `update` may be called often; the sink decides what to show. */
export interface Progress {
  start(item: string, doing: string): void;
  update(item: string, doing: string): void;
  done(item: string, note?: string): void;
  failed(item: string, note: string): void;
  note(text: string): void;
}

/** Where a line goes and how: a terminal shows the current line in place, anything else gets whole lines. */
export interface ProgressSink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

interface Item {
  startedAt: number;
  doing: string;
}

const REPEAT_EVERY_MS = 20_000;

/** Renders a duration as people say it: `0.4 s`, `12 s`, `4 min 47 s`. */
export function duration(ms: number): string {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A progress that writes to `sink`. Call `close()` when the work has ended, or the process waits for its timer. */
export function createProgress(sink: ProgressSink): Progress & { close(): void } {
  const items = new Map<string, Item>();
  let shown = false;

  const clear = (): void => {
    if (shown) sink.write('\r\x1b[2K');
    shown = false;
  };
  const line = (text: string): void => {
    clear();
    sink.write(`${text}\n`);
    paint();
  };
  const running = (name: string, item: Item): string =>
    `… ${name}: ${item.doing} (${duration(Date.now() - item.startedAt)})`;
  const paint = (): void => {
    if (!sink.isTTY || items.size === 0) return;
    clear();
    const text = [...items].map(([name, item]) => running(name, item)).join('  ');
    sink.write(text.slice(0, (sink.columns ?? 80) - 1));
    shown = true;
  };
  const remind = (): void => {
    if (sink.isTTY) paint();
    else for (const [name, item] of items) sink.write(`${running(name, item)}\n`);
  };
  const timer = setInterval(remind, sink.isTTY ? 500 : REPEAT_EVERY_MS);
  timer.unref();

  const end = (name: string, mark: string, note: string | undefined): void => {
    const item = items.get(name);
    items.delete(name);
    const time = item ? `  ${duration(Date.now() - item.startedAt)}` : '';
    line(`${mark} ${name}${note ? `: ${note}` : ''}${time}`);
  };
  return {
    start(name, doing) {
      items.set(name, { startedAt: Date.now(), doing });
      if (sink.isTTY) paint();
      else sink.write(`… ${name}: ${doing}\n`);
    },
    update(name, doing) {
      const item = items.get(name);
      if (item) item.doing = doing;
    },
    done: (name, note) => end(name, '✓', note),
    failed: (name, note) => end(name, '✗', note),
    note: (text) => line(text),
    close() {
      clearInterval(timer);
      clear();
    },
  };
}

/** Says nothing. */
export const silent: Progress = { start() {}, update() {}, done() {}, failed() {}, note() {} };
