import { describe, expect, it } from 'vitest';
import { parse } from '../../language/2-syntax/parse.ts';
import { coverageOf, unaccounted } from '../../language/coverage/coverage.ts';
import { realPolicies } from '../kit/policy.ts';

const { files, documents } = realPolicies();
const found = coverageOf(files.map(parse), documents);

describe('the documents of the real policies', () => {
  it('are at hand', () => expect(found.documents.length).toBeGreaterThanOrEqual(5));

  it.each(found.documents.map((one) => [one.path, one] as const))('%s: every number has a fate', (_, document) => {
    expect(unaccounted(document).map(({ line, text }) => `${line} ${text}`)).toEqual([]);
  });

  it.each(found.documents.map((one) => [one.path, one] as const))('%s: some of its sentences are rules', (_, { sentences }) => {
    expect(sentences.flatMap(({ fates }) => fates.filter(({ fate }) => fate === 'rule')).length).toBeGreaterThan(0);
  });

  it('leave no rule with a number and without a clause', () => {
    expect(found.uncited.map(({ span, numbers }) => `${span.file} ${numbers.join('、')}`)).toEqual([]);
  });
});
