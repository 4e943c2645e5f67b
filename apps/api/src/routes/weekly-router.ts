import alertsRead from './alerts/read.ts';
import weeklyRead from './weekly/read.ts';
import weeklyReview from './weekly/review.ts';
import weeklyUndo from './weekly/undo.ts';

/** The weekly review, and what cannot wait for it. */
export const weeklyRoutes = {
  weekly: { read: weeklyRead, review: weeklyReview, undo: weeklyUndo },
  alerts: alertsRead,
};
