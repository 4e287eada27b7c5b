import type { ManagedFieldsEntry, ObjectMeta } from '../kubernetes/objects.ts';
import { type FieldPath, holdsField } from './field.ts';
import { shownName } from './shown-name.ts';

/**
 * Who wrote an object last, as far as it says so itself. `changed`: that manager holds the very field that is asked about;
 * `written`: only who wrote any of the object's fields is known. Which person or account it was, the audit log alone knows.
 */
export interface LastWriter {
  readonly how: 'changed' | 'written';
  /** The field manager, made safe to be shown. */
  readonly manager: string;
  /** ISO 8601, UTC, to the second. */
  readonly at: string;
}

/**
 * The last writer by `managedFields` (kubernetes.io, "Server-Side Apply", Field Management): of the entries that hold the
 * field the newest, else the newest of all. Writes of the status are left out where a field is asked about, since they
 * change nothing else. Undefined when the object does not say.
 */
export function lastWriter({ managedFields = [] }: ObjectMeta, field?: FieldPath): LastWriter | undefined {
  const holding = field === undefined ? [] : managedFields.filter(({ fieldsV1 }) => holdsField(fieldsV1, field));
  const changed = newest(holding);
  if (changed !== undefined) return { how: 'changed', ...changed };
  const written = newest(field === undefined ? managedFields : managedFields.filter(isOfSpec));
  return written && { how: 'written', ...written };
}

const isOfSpec = ({ subresource }: ManagedFieldsEntry): boolean => subresource !== 'status';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** The times are all of one form, so that they sort as text. */
function newest(entries: readonly ManagedFieldsEntry[]): Pick<LastWriter, 'manager' | 'at'> | undefined {
  const dated = entries.flatMap(({ manager = '', time = '' }) =>
    instant.test(time) && manager !== '' ? [{ manager: shownName(manager), at: time }] : [],
  );
  return dated.sort((one, other) => (one.at < other.at ? 1 : -1))[0];
}

/** As it stands behind a value that moved: `changed 2026-11-24 02:40:12 UTC by manager kubectl-scale`. */
export function writerWords({ how, manager, at }: LastWriter): string {
  const when = `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;
  return how === 'changed' ? `changed ${when} by manager ${manager}` : `last written ${when} by manager ${manager}`;
}
