import type { ReactNode } from 'react';
import { Component } from 'react';
import { useWords } from '../strings/use-words.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Notice.tsx';
import { shellWords } from './strings.ts';

/** Keeps a screen that stopped from taking the others with it; the text is saved in any case. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly stopped: boolean }> {
  override state = { stopped: false };

  static getDerivedStateFromError(): { stopped: boolean } {
    return { stopped: true };
  }

  override render(): ReactNode {
    return this.state.stopped ? <Stopped onReopen={() => this.setState({ stopped: false })} /> : this.props.children;
  }
}

function Stopped({ onReopen }: { readonly onReopen: () => void }) {
  const say = useWords(shellWords);
  return (
    <Empty title={say('crashed')} actions={<Button onClick={onReopen}>{say('reopen')}</Button>}>
      {say('crashedWhy')}
    </Empty>
  );
}
