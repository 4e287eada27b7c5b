/**
 * `npm run simulate -- --seeds N [--seed S] [--path P] [--defect NAME]`: so many worlds of a seed (default: one of the
 * clock). A world that breaks is made as small as it can be, told, and seen again by the seed and path that it prints.
 */
import { parseArgs } from 'node:util';
import { type DefectName, defectNames } from '../test/simulation/defects.ts';
import { search } from '../test/simulation/property.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    seed: { type: 'string' },
    path: { type: 'string' },
    defect: { type: 'string' },
  },
});

function wholeNumber(name: string, text: string): number {
  if (/^-?\d{1,10}$/.test(text)) return Number(text);
  process.stderr.write(`--${name} is "${text}"; a whole number is expected\n`);
  process.exit(2);
}

const defect = defectNames.find((name) => name === values.defect);
if (values.defect !== undefined && defect === undefined) {
  process.stderr.write(`--defect is "${values.defect}"; there are ${defectNames.join(', ')}\n`);
  process.exit(2);
}
const seed = values.seed === undefined ? Date.now() % 2_147_483_647 : wholeNumber('seed', values.seed);
const started = performance.now();
const found = await search({
  seed,
  worlds: wholeNumber('seeds', values.seeds),
  ...(values.path === undefined ? {} : { path: values.path }),
  ...(defect === undefined ? {} : { defect: defect satisfies DefectName }),
});
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(`${found.worlds} worlds of seed ${seed} in ${seconds} s\n`);
for (const [what, count] of found.happened) process.stdout.write(`  ${what}: ${count}\n`);
if (found.counterexample !== undefined) {
  const { broken, trace, path } = found.counterexample;
  const again = `npm run simulate -- --seed ${seed} --path ${path}${defect === undefined ? '' : ` --defect ${defect}`}`;
  process.stdout.write(`\nBroken: ${broken}\n\n${trace.join('\n')}\n\nSee it again: ${again}\n`);
  process.exitCode = 1;
}
