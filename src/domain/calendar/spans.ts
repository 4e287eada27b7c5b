import type { EpochMs, Span } from './window.ts';

/** Whether an instant belongs to a half-open span. */
export function contains(span: Span, instant: EpochMs): boolean {
  return span.from <= instant && instant < span.until;
}

/** Whether two half-open spans share time; touching ones do not. */
export function overlap(a: Span, b: Span): boolean {
  return a.from < b.until && b.from < a.until;
}

/** What is left of a span without others: pieces in order, none of them empty. */
export function without(span: Span, cuts: readonly Span[]): readonly Span[] {
  const left: Span[] = [];
  let from = span.from;
  for (const cut of [...cuts].sort((a, b) => a.from - b.from)) {
    if (cut.until <= from) continue;
    if (cut.from >= span.until) break;
    if (cut.from > from) left.push({ from, until: cut.from });
    from = cut.until;
  }
  if (from < span.until) left.push({ from, until: span.until });
  return left;
}

/** Spans in order, those that overlap or touch made one. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || span.from > last.until) result.push(span);
    else result[result.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
  }
  return result;
}
