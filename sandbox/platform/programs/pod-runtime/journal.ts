import { closeSync, openSync, writeSync } from 'node:fs';

/**
 * A program's log: JSON lines on stdout, and on a file where one is named. `reopen` opens the file's name anew, which is
 * what logrotate's `postrotate` asks for.
 */
export class Journal {
  private readonly path: string | undefined;
  private descriptor: number | undefined;

  constructor(path?: string) {
    this.path = path;
    this.reopen();
  }

  reopen(): void {
    if (this.path === undefined) return;
    const former = this.descriptor;
    this.descriptor = openSync(this.path, 'a', 0o640);
    if (former !== undefined) closeSync(former);
  }

  write(level: 'info' | 'warn' | 'error', message: string, fields: Record<string, unknown> = {}): void {
    const line = `${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`;
    if (this.descriptor === undefined || level !== 'info') process.stdout.write(line);
    if (this.descriptor === undefined) return;
    try {
      writeSync(this.descriptor, line);
    } catch (error) {
      process.stdout.write(`${JSON.stringify({ level: 'error', message: `the log cannot be written: ${error}` })}\n`);
    }
  }
}
