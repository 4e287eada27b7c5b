import type { Damage } from '../../domain/backup/reading.ts';

/** Ends the reading of a backup: what is wrong with it. It never leaves this adapter. */
export class Spoiled extends Error {
  readonly damage: Damage;

  constructor(kind: Damage['kind'], says: string) {
    super(says);
    this.name = 'Spoiled';
    this.damage = { kind, says };
  }
}
