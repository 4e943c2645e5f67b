import { z } from 'zod';
import { answerSchema, givenAnswerSchema } from '../inputs.ts';
import { allow } from './allow.ts';
import { scanParams } from './scans.ts';

/** People's answers to the questions of checks. */
export const attestationsEndpoints = {
  list: allow('read')
    .route({
      method: 'GET',
      path: '/scans/{id}/answers',
      summary: 'What people answered about the account of a scan, newest first',
    })
    .input(scanParams)
    .output(z.object({ answers: z.array(givenAnswerSchema) })),
  answer: allow('scan')
    .route({
      method: 'POST',
      path: '/scans/{id}/answers',
      summary: 'Answer a question about the account of a scan; its newest report is judged anew',
    })
    .input(scanParams.extend(answerSchema.shape))
    .output(z.object({ given: givenAnswerSchema, judgedScan: z.string() })),
};
