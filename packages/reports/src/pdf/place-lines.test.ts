import { describe, expect, it } from 'vitest';
import type { Place } from '../document/document.ts';
import { placeLines } from './place-lines.ts';

const begin = 'arn:aws:iam::111122223333:user/';

describe('many places', () => {
  it('tell once what all of them share, and each its own', () => {
    const { shared, lines } = placeLines(users(30), 'en');

    expect(shared).toBe(`All of them: E1–E3 · names begin with ${begin}`);
    expect([lines.length, lines[0], lines[29]]).toEqual([30, 'u0', 'u29']);
  });

  it('keep what only some have with those', () => {
    const [first, ...others] = users(30);
    if (!first) throw new Error('no user');
    const places = [{ ...first, calls: [9], flag: 'accepted' }, ...others];

    const { shared, lines } = placeLines(places, 'en');

    expect(shared).toBe(`All of them: names begin with ${begin}`);
    expect(lines.slice(0, 2)).toEqual(['u0 · E9 · accepted', 'u1 · E1–E3']);
  });

  it('are told whole where they are few, and where a name would be left empty', () => {
    const few = placeLines(users(2), 'ja');
    const named = placeLines([...users(30), { ...users(1)[0], name: begin } as Place], 'ja');

    expect(few).toEqual({ shared: '', lines: [`${begin}u0 · E1–E3`, `${begin}u1 · E1–E3`] });
    expect(named.lines[30]).toBe(begin);
  });
});

function users(count: number): Place[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ name: `${begin}u${index}`, where: '', calls: [1, 2, 3], flag: null },
    fingerprint: String(index),
  }));
}
