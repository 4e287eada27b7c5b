import { isManifest } from './manifest.ts';

/** Things that lie beside backups and are none: notes, logs, signatures. */
export const isNote = (key: string): boolean => /\.(md|txt|log|md5|sha1|sig|asc)$/.test(key);

/** What is no dump of a database for sure: notes, manifests, and other JSON, which says something about dumps. */
export const isBeside = (key: string): boolean => isNote(key) || isManifest(key) || key.endsWith('.json');
