import { describe, expect, it } from 'vitest';
import { contextIn, emptyAssessment } from '../testing/assessments.ts';
import { pdfPreview } from './preview.ts';

describe('the preview of the PDF', () => {
  it('is its summary as a picture that names nothing outside of itself, with the number of pages', async () => {
    const { svg, page, pages } = await pdfPreview(emptyAssessment(), contextIn('ja'));

    expect(svg.startsWith('<svg')).toBe(true);
    expect(svg).not.toMatch(/<(?:script|image|foreignObject|a)\b|(?:href|src)="(?!#)/);
    expect(page).toBe(2);
    expect(pages).toBeGreaterThan(5);
  });
});
