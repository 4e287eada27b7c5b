/** Runs inside the sandbox: `fault.ts <break|mend> <name> <directory>` carries out one fault. */
import { breakSandbox, mendSandbox } from '../faults/index.ts';

const [verb, name, directory] = process.argv.slice(2);
if ((verb !== 'break' && verb !== 'mend') || !name || !directory) throw new Error('fault.ts is started by the sandbox');

try {
  if (verb === 'break') {
    await breakSandbox(name, directory);
    process.stdout.write(`${name} is there; "mend ${name}" undoes it.\n`);
  } else {
    const outcome = await mendSandbox(name, directory);
    process.stdout.write(outcome === 'mended' ? `${name} is mended.\n` : `${name} was not there; nothing to mend.\n`);
  }
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The fault ${name} could not be ${verb === 'break' ? 'brought about' : 'mended'}: ${message}\n`);
  process.exitCode = 1;
}
