import { layout } from '../../store/layout.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { annualWords } from './strings.ts';

/** Earlier amendments without a day of publication: what comes later is compared with the law before them. */
export function Undated({ paths }: { readonly paths: readonly string[] }) {
  const say = useWords(annualWords);
  return paths.map((path) => (
    <Notice
      key={path}
      tone="ochre"
      icon="open"
      title={say('undated', { file: path.slice(path.lastIndexOf('/') + 1).replace(/\.yice$/u, '') })}
      actions={
        <Button
          small
          onClick={() => {
            workspace.setState({ openFile: path });
            layout.setState({ view: 'write' });
          }}
        >
          {say('undatedDo')}
        </Button>
      }
    >
      {say('undatedWhy')}
    </Notice>
  ));
}
