import { z } from 'zod';
import { sourceSchema } from '../evidence/evidence.ts';
import { answerSchema, givenAnswerSchema } from '../inputs.ts';
import { instantSchema } from '../text.ts';
import { allow } from './allow.ts';
import { subjectParams } from './findings.ts';
import { scanParams } from './scans.ts';
import { tokens } from './tokens.ts';

/** Where a question for people stands; what nobody answered comes first, then what has run out. */
export const questionStates = ['unanswered', 'expired', 'answered'] as const;
export type QuestionState = (typeof questionStates)[number];

/** Which questions a list shows. */
export const questionListSchema = subjectParams.extend({
  state: tokens(questionStates.join('|')).optional(),
});

/** A question of a check about one account, with every answer that people gave. */
export const askedQuestionSchema = z.object({
  account: z.string(),
  /** The newest complete scan of the account: what a new answer is given beside. */
  scanId: z.string(),
  scannedAt: instantSchema,
  check: z.string(),
  question: z.string(),
  state: z.enum(questionStates),
  /** Newest first; empty where nobody answered. */
  answers: z.array(givenAnswerSchema),
});
export type AccountQuestion = z.infer<typeof askedQuestionSchema>;

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
  questions: allow('read')
    .route({
      method: 'GET',
      path: '/answers',
      summary:
        'Questions for people over all accounts: the unanswered, then the soonest to run out',
    })
    .input(questionListSchema.extend({ cursor: z.string().max(20).optional() }))
    .output(
      z.object({
        source: sourceSchema.shape.kind.nullable(),
        questions: z.array(askedQuestionSchema),
        /** Null on the last page; a page has 50. */
        next: z.string().nullable(),
        total: z.number().int(),
        /** By state, without the list's own filter of states. */
        counts: z.record(z.enum(questionStates), z.number().int()),
      }),
    ),
  answer: allow('scan')
    .route({
      method: 'POST',
      path: '/scans/{id}/answers',
      summary: 'Answer a question about the account of a scan; its newest report is judged anew',
    })
    .input(scanParams.extend(answerSchema.shape))
    .output(z.object({ given: givenAnswerSchema, judgedScan: z.string() })),
};
