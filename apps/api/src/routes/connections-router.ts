import add from './connections/add.ts';
import list from './connections/list.ts';
import nameRole from './connections/name-role.ts';
import pause from './connections/pause.ts';
import remove from './connections/remove.ts';
import rename from './connections/rename.ts';
import resume from './connections/resume.ts';
import template from './connections/template.ts';
import test from './connections/test.ts';

/** The endpoints of connected accounts. */
export const connectionsRoutes = {
  ...{ list, add, template, nameRole, test },
  ...{ rename, pause, resume, remove },
};
