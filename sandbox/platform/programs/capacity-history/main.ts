/** Writes the history of the platform's figures, for promtool. `CAPACITY_COURSE` says which. */
import { writeFileSync } from 'node:fs';
import { COURSES, type CourseName } from './course.ts';
import { exposition } from './exposition.ts';

const [file = ''] = process.argv.slice(2);
const asked = process.env.CAPACITY_COURSE as CourseName | undefined;
const course = asked !== undefined && COURSES.includes(asked) ? asked : 'steady';
writeFileSync(file, Array.from(exposition(Math.floor(Date.now() / 1000), course)).join(''));
