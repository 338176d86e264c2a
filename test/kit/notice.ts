/** The real notices, read against the policies of their area as they stood before. */
import type { NoticeReading } from '../../language/index.ts';
import { parse, readNotice, shapeOf, valuesOf } from '../../language/index.ts';
import type { Workspace } from '../../language/model/workspace.ts';
import { realPolicies } from './policy.ts';

export interface ReadReal {
  readonly text: string;
  readonly reading: NoticeReading;
  readonly workspace: Workspace;
}

/** A document of a folder against one of its policies; `aside` names the amendment that is left out. */
export function readReal(folder: string, document: string, policy: string, on: string, aside?: string): ReadReal {
  const real = realPolicies();
  const files = real.files.filter(({ path }) => aside === undefined || !path.includes(aside));
  const blocks = files.flatMap((file) => parse(file).tree.items);
  const own = files.filter(({ path }) => path.startsWith(folder)).flatMap((file) => parse(file).tree.items);
  const names = own.flatMap((block) => (block.kind === 'policy' ? [block.name.text] : []));
  const valued = names.map((name) => ({
    policy: name,
    scheme: shapeOf(blocks, name, on)?.scheme ?? '',
    values: valuesOf(blocks, name, { on }),
  }));
  const text = real.documents.find(({ path }) => path.includes(document))?.text;
  const shape = shapeOf(blocks, policy, on);
  const [mine] = valued.filter((one) => one.policy === policy);
  if (text === undefined || !shape || !mine) throw new Error(`no ${document} or ${policy} in ${folder}`);
  return {
    text,
    reading: readNotice(
      text,
      mine,
      valued.filter((one) => one !== mine),
      shape,
    ),
    workspace: { ...real, files },
  };
}
