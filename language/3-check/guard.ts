/** A condition that decides whether something applies. Any condition may: what the analyses cannot read in it they treat as free. */
import type { Expression } from '../2-syntax/nodes/expression.ts';
import type { Expr } from '../model/types.ts';
import { expect } from './expression.ts';
import type { Site } from './site.ts';
import { bool } from './types.ts';

/** The condition; undefined when it has a finding. */
export const expectGuard = (e: Expression, site: Site): Expr | undefined => expect(e, site, bool);
