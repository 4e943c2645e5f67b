import { hits, type Rule } from './source-file.ts';

// Written apart, so that this file does not break its own rule.
const machinePath = new RegExp(
  ['(?<![\\w.])/', 'work/(?!dist|space)|/', 'home/[a-z]+/|/', 'root/'].join(''),
  'g',
);
const registryHost =
  /https?:\/\/(?!registry\.npmjs\.org\/?["'\s]|pypi\.org\/)[\w.-]*(?:artifactory|nexus|verdaccio|registry\.[\w-]+\.(?:internal|local|lan))[\w.:-]*/gi;

/** Nothing in the repository tells of the machine it was written on. */
export const noMachineTraces: Rule = {
  id: 'no-machine-traces',
  find: (files) =>
    files.flatMap((file) => [
      ...hits(file, machinePath, 'a path of somebody’s machine'),
      ...hits(file, registryHost, 'a private registry’s host'),
    ]),
};
