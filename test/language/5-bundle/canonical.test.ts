import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, digestOf, sha256 } from '../../../language/5-bundle/canonical.ts';

describe('canonical JSON', () => {
  it('keys stand in the order of their UTF-16 code units', () => {
    const keys = ['\r', '1', '\u0080', 'ö', '€', '😀', '\ufb33'];
    const shuffled = Object.fromEntries([...keys].reverse().map((key) => [key, 0]));
    expect(Object.keys(JSON.parse(canonicalJson(shuffled))).filter((key) => key !== '1')).toEqual(keys.filter((key) => key !== '1'));
    expect(canonicalJson({ b: 1, a: [true, null, 'é"'] })).toBe('{"a":[true,null,"é\\""],"b":1}');
  });

  it('the order in which an object was made changes nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.nat()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse());
        return canonicalJson(object) === canonicalJson(turned);
      }),
    );
  });

  it('is what another writer of RFC 8785 writes', () => {
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        fc.string({ unit: 'grapheme' }),
        fc.array(tie('value')),
        fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value')),
      ),
    })).value;
    fc.assert(fc.property(json, (value) => canonicalJson(value) === canonicalize(value)));
    expect(() => canonicalJson('\ud800')).toThrow(RangeError);
  });

  it('a part that is known is taken as it was written', () => {
    const part = { b: 1, a: 2 };
    expect(canonicalJson({ z: [part], y: part }, new WeakMap([[part, canonicalJson(part)]]))).toBe(canonicalJson({ z: [part], y: part }));
  });

  it.each([0.5, Number.NaN, 1e21, Number.POSITIVE_INFINITY])('refuses %s, which is no whole number', (value) => {
    expect(() => canonicalJson({ a: [value] })).toThrow(RangeError);
  });

  it('refuses what is no JSON at all', () => {
    expect(() => canonicalJson(undefined)).toThrow(RangeError);
  });

  it('the digest is of the UTF-8 bytes', async () => {
    expect(await sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await digestOf('医')).toMatch(/^sha256:[0-9a-f]{64}$/u);
  });
});
