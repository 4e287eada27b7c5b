/** Brings a fault about or undoes it, inside the sandbox: `fault.ts <break | mend> <fault> <the sandbox's folder>`. */
import { breakSandbox, faults, mendSandbox } from '../faults/index.ts';

const [verb, name = '', directory] = process.argv.slice(2);
if (directory === undefined || (verb !== 'break' && verb !== 'mend')) {
  throw new Error('fault.ts is started by fault-command.ts');
}
try {
  if (verb === 'break') {
    await breakSandbox(name, directory);
    const verdicts = (faults[name]?.leadsTo ?? []).map(({ task, verdict: wanted }) => `${task}: ${wanted}`);
    process.stdout.write(`${name}: ${faults[name]?.title}. Leads to ${verdicts.join(', ')}.\n`);
  } else {
    process.stdout.write(`${name}: ${await mendSandbox(name, directory)}.\n`);
  }
  process.exit(0);
} catch (error) {
  process.stderr.write(`${verb} ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
