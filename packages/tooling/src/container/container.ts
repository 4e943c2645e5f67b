import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { buildImage, type Image } from './build-image.ts';
import { readCompose } from './compose-file.ts';
import { checkOut, networkSettings, strays, textOf } from './context.ts';
import { readRecipe } from './image-recipe.ts';
import type { Place } from './run-service.ts';
import { tryScaled } from './scaled-layout.ts';
import { trySingle } from './single-layout.ts';
import { demand, runTrial, tally, type Trial } from './trial.ts';
import { openWorkshop } from './workshop.ts';

// Without a Docker engine: the image's own steps run in a clean folder as another user, and both
// layouts of the compose file run as processes on what came of them. The last commit is taken.
const workshop = openWorkshop(process.execPath);
process.once('exit', () => workshop.remove());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
if (workshop.user) console.log(`The steps and the services run as ${workshop.user.name}.`);
else console.log('NOTE: not started as root, so everything runs as yourself, not as another user.');

let place: Place | undefined;
await runTrial('image', async (trial) => {
  place = await build(trial);
});
const ready = place;
if (ready) {
  await runTrial('one container', (trial) => trySingle(trial, ready));
  await runTrial('several', (trial) => tryScaled(trial, ready));
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1);

async function build({ step }: Trial): Promise<Place> {
  const context = checkOut(root, workshop);
  const file = await step('docker-compose.yml is valid by the Compose schema', async () =>
    readCompose(textOf(context, 'docker-compose.yml')),
  );
  const recipe = await step('every instruction of the Dockerfile is known', async () =>
    readRecipe(textOf(context, 'Dockerfile')),
  );
  const site = { workshop, context, network: networkSettings() };
  const image = await step('every step of it runs', () => buildImage(recipe, site));
  await step('nothing that lay about beside the sources is in it', () => noStrays(image));
  await step('it does not end as root', async () => demand(recipe.user === 'node', recipe.user));
  return { workshop, image, file, hosts: {} };
}

async function noStrays({ root: image, workdir }: Image): Promise<void> {
  const found = strays.filter((stray) => existsSync(join(image, workdir, stray)));
  demand(found.length === 0, found.join());
  demand(existsSync(join(image, workdir, 'apps/web/dist/index.html')), 'the page is missing');
}
