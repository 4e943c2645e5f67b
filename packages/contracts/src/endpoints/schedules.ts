import { z } from 'zod';
import { connectionScheduleSchema, scheduleSchema } from '../schedule.ts';
import { scanTargetSchema } from '../scan.ts';
import { allow } from './allow.ts';

/** When connections are scanned by themselves. */
export const schedulesEndpoints = {
  list: allow('read')
    .route({
      method: 'GET',
      path: '/schedules',
      summary: 'When each connection is scanned by itself',
    })
    .output(z.object({ schedules: z.array(connectionScheduleSchema) })),
  set: allow('settings')
    .route({
      method: 'POST',
      path: '/schedules/{target}',
      summary: 'Say when a connection is scanned by itself, or never',
    })
    .input(z.object({ target: scanTargetSchema, schedule: scheduleSchema }))
    .output(connectionScheduleSchema),
};
