import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import type { Cmd, Copy, From, PropertyInstruction, Run } from 'dockerfile-ast';

/** One step of a stage that changes what lies in it. */
export type Step =
  | { kind: 'run'; line: number; script: string }
  | { kind: 'copy'; line: number; from: string | null; sources: string[]; target: string }
  | { kind: 'env'; line: number; values: Record<string, string> }
  | { kind: 'workdir'; line: number; folder: string };

/** One stage; `from` names an image with its tag, or an earlier stage. */
export type Stage = { name: string | null; from: string; steps: Step[] };

/** What the Dockerfile says, as far as ours uses it. */
export type ImageRecipe = {
  stages: Stage[];
  user: string;
  volumes: string[];
  healthcheck: string[];
  command: string[];
};

/** Reads the Dockerfile; an instruction or a form that is not handled throws and names its line. */
export function readRecipe(text: string): ImageRecipe {
  const recipe: ImageRecipe = {
    stages: [],
    user: 'root',
    volumes: [],
    healthcheck: [],
    command: [],
  };
  for (const instruction of DockerfileParser.parse(text).getInstructions())
    take(instruction, recipe);
  return recipe;
}

function take(instruction: Instruction, recipe: ImageRecipe): void {
  const keyword = instruction.getKeyword();
  const words = instruction.getArguments().map((argument) => argument.getValue());
  const steps = recipe.stages.at(-1)?.steps;
  const line = lineOf(instruction);
  if (keyword === 'FROM') {
    const from = instruction as From;
    recipe.stages.push({ name: from.getBuildStage(), from: from.getImage() ?? '', steps: [] });
  } else if (steps === undefined) throw notHandled(instruction);
  else if (keyword === 'RUN')
    steps.push({ kind: 'run', line, script: scriptOf(instruction as Run) });
  else if (keyword === 'COPY') steps.push(copyOf(instruction as Copy));
  else if (keyword === 'ENV') steps.push({ kind: 'env', line, values: valuesOf(instruction) });
  else if (keyword === 'WORKDIR') steps.push({ kind: 'workdir', line, folder: only(instruction) });
  else if (keyword === 'USER') recipe.user = only(instruction);
  else if (keyword === 'VOLUME') recipe.volumes.push(...words);
  else if (keyword === 'HEALTHCHECK') recipe.healthcheck = healthcheckOf(instruction);
  else if (keyword === 'CMD') recipe.command = jsonOf(instruction, instruction as Cmd);
  else if (keyword === 'STOPSIGNAL' && only(instruction) === 'SIGTERM') return;
  else if (keyword !== 'EXPOSE') throw notHandled(instruction);
}

function copyOf(instruction: Copy): Step {
  const flags = instruction.getFlags().map((flag) => flag.getName());
  const words = instruction.getArguments().map((argument) => argument.getValue());
  const target = words.pop();
  if (flags.some((name) => name !== 'from') || target === undefined || words.length === 0)
    throw notHandled(instruction);
  const from = instruction.getFromFlag()?.getValue() ?? null;
  return { kind: 'copy', line: lineOf(instruction), from, sources: words, target };
}

function valuesOf(instruction: Instruction): Record<string, string> {
  const properties = (instruction as PropertyInstruction).getProperties();
  return Object.fromEntries(
    properties.map((property) => {
      const value = property.getValue();
      if (value === null || value.includes('$')) throw notHandled(instruction);
      return [property.getName(), value];
    }),
  );
}

function healthcheckOf(instruction: Instruction): string[] {
  const content = instruction.getArgumentsContent() ?? '';
  const found = /^CMD\s+(\[.*\])$/s.exec(content);
  if (found?.[1] === undefined) throw notHandled(instruction);
  return JSON.parse(found[1]) as string[];
}

function jsonOf(instruction: Instruction, command: Cmd): string[] {
  if (command.getOpeningBracket() === null) throw notHandled(instruction);
  return JSON.parse(instruction.getArgumentsContent() ?? '') as string[];
}

function scriptOf(instruction: Run): string {
  if (instruction.getFlags().length > 0 || instruction.getOpeningBracket() !== null)
    throw notHandled(instruction);
  return instruction.getRawArgumentsContent() ?? '';
}

function only(instruction: Instruction): string {
  const [first, ...rest] = instruction.getArguments();
  if (first === undefined || rest.length > 0) throw notHandled(instruction);
  return first.getValue();
}

function lineOf(instruction: Instruction): number {
  return instruction.getRange().start.line + 1;
}

function notHandled(instruction: Instruction): Error {
  return new Error(
    `Dockerfile line ${lineOf(instruction)}: not handled: ${instruction.toString()}`,
  );
}
