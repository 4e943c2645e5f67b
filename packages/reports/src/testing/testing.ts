export {
  contextIn,
  demoAssessment,
  emptyAssessment,
  gathered,
  gatheredNames,
  unreadableAssessment,
} from './assessments.ts';
export { bigAssessment } from './big-assessment.ts';
export { hostileAssessment, hostileNames } from './hostile-assessments.ts';
