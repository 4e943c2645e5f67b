import type { Localised, Reference } from '@ippo/contracts';
import type { frameworks } from './frameworks.gen.ts';

/** Someone else's list of requirements: their numbers, with titles in our own words. */
export type Framework<Id extends string = string, Requirement extends string = string> = {
  id: Id;
  name: string;
  requirements: Readonly<Record<Requirement, Localised>>;
};

/** Declares a framework; the registry of all of them is generated. */
export function defineFramework<const Id extends string, const Requirement extends string>(
  framework: Framework<Id, Requirement>,
): Framework<Id, Requirement> {
  return framework;
}

/** Which requirements, by framework; one that does not exist does not compile. */
export type Requirements = {
  [Id in keyof typeof frameworks]?: readonly (keyof (typeof frameworks)[Id]['requirements'])[];
};

/** References with one reason: only `proves` may be shown as covered; nothing claims compliance. */
export function refers(
  relation: Reference['relation'],
  because: Localised,
  requirements: Requirements,
): readonly Reference[] {
  return Object.entries(requirements).flatMap(([framework, ids]) =>
    ids.map((id) => ({ framework, id, relation, because })),
  );
}
