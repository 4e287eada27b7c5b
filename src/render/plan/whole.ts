import { canonicalText } from '../../domain/json.ts';
import { code, plain } from '../markdown.ts';

/** Foreign text as words, however long it is: what somebody approves is never cut. */
export const words = (text: string): string => plain(text, Number.POSITIVE_INFINITY);

/** Foreign text as code, however long it is. */
export const verbatim = (text: string): string => code(text, Number.POSITIVE_INFINITY);

/** A value as code: text as it is, everything else as JSON with its keys in order, so that it is always the same. */
export const value = (json: unknown): string =>
  verbatim(typeof json === 'string' ? json : json === undefined ? 'nothing' : canonicalText(json));

/** Clauses, a line of the cell each; a dash when there is none. */
export const lines = (clauses: readonly string[]): string =>
  clauses.length === 0 ? '–' : clauses.map(words).join('<br>');
