import exceptionsApprove from './exceptions/approve.ts';
import exceptionsExport from './exceptions/export.ts';
import exceptionsImport from './exceptions/import.ts';
import exceptionsList from './exceptions/list.ts';
import exceptionsMake from './exceptions/make.ts';
import exceptionsMakeOfSelection from './exceptions/make-of-selection.ts';
import exceptionsPreviewSelection from './exceptions/preview-selection.ts';
import exceptionsPreview from './exceptions/preview.ts';
import exceptionsRevoke from './exceptions/revoke.ts';
import exceptionsSetRules from './exceptions/set-rules.ts';

/** Accepted risks. */
export const exceptionsRoutes = {
  list: exceptionsList,
  preview: exceptionsPreview,
  make: exceptionsMake,
  previewSelection: exceptionsPreviewSelection,
  makeOfSelection: exceptionsMakeOfSelection,
  approve: exceptionsApprove,
  revoke: exceptionsRevoke,
  export: exceptionsExport,
  import: exceptionsImport,
  setRules: exceptionsSetRules,
};
