import { expect, it } from 'vitest';
import { casesIn } from './check-cases.ts';

it('reads the sentences of each set from a formatted test', () => {
  const text = [
    "import { checkCases } from '../../testing/check-cases.ts';",
    'checkCases(check, {',
    '  passes: {',
    "    'one trail\\'s logs arrive': {",
    "      given: evidence(answered('a.b', { 'not a sentence': 1 })),",
    '    },',
    "    'made by a function': deliveredCase(),",
    '  },',
    '  unknown: {',
    '    "AWS doesn\'t answer": {',
    '      reason: x,',
    '    },',
    '  },',
    '});',
  ].join('\n');

  const cases = casesIn(text);

  expect(cases).toEqual({
    passes: ["one trail's logs arrive", 'made by a function'],
    unknown: ["AWS doesn't answer"],
  });
});
