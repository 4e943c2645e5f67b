import setThresholds from './settings/set-thresholds.ts';
import thresholdEffect from './settings/threshold-effect.ts';
import thresholds from './settings/thresholds.ts';

/** The endpoints of what the owner sets. */
export const settingsRoutes = { thresholds, thresholdEffect, setThresholds };
