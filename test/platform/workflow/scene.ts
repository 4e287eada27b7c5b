/** `node scene.ts <name> <file>`: plays a scene inside the sandbox and writes down what came of it. */
import { writeFileSync } from 'node:fs';
import { approvedEarly } from './scenes/approved-early.ts';
import { commented } from './scenes/commented.ts';
import { handedOver } from './scenes/handed-over.ts';
import { lostOnTheWay } from './scenes/lost-on-the-way.ts';
import { plannedBadly } from './scenes/planned.ts';
import { pushed } from './scenes/pushed.ts';
import { refusedBeside } from './scenes/refused-beside.ts';
import { requested } from './scenes/requested.ts';
import { startedAgain } from './scenes/started-again.ts';
import { inBlackout, noLongerValid, windowClosed } from './scenes/too-late.ts';
import { type Stage, withStage } from './stage.ts';

const scenes: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  approvedEarly,
  commented,
  handedOver,
  inBlackout,
  lostOnTheWay,
  noLongerValid,
  plannedBadly,
  pushed,
  refusedBeside,
  requested,
  startedAgain,
  windowClosed,
};

const [name = '', file = ''] = process.argv.slice(2);
const scene = scenes[name];
if (scene === undefined) throw new Error(`there is no scene ${name}; there are ${Object.keys(scenes).join(', ')}`);
writeFileSync(file, JSON.stringify(await withStage(scene)));
