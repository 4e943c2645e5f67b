export {
  contextIn,
  demoAssessment,
  emptyAssessment,
  gathered,
  gatheredNames,
  unreadableAssessment,
} from './assessments.ts';
export { bigAssessment, hostileAssessment, hostileNames } from './hostile-assessments.ts';
