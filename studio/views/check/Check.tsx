import { useState } from 'react';
import { useStore } from 'zustand';
import { layout } from '../../store/layout.ts';
import { useWords } from '../../strings/use-words.ts';
import { Panels } from '../../ui/Panels.tsx';
import { PropertiesPane } from './PropertiesPane.tsx';
import { ScenariosPane } from './ScenariosPane.tsx';
import { checkWords } from './strings.ts';

/** Which scenario differs, and does any patient break a law? */
export default function Check() {
  const say = useWords(checkWords);
  const sizes = useStore(layout, (now) => now.sizes.check);
  const [only, setOnly] = useState<'all' | 'failing'>('all');
  return (
    <Panels
      id="check"
      {...(sizes ? { sizes } : {})}
      onSizes={(next) => layout.setState((state) => ({ sizes: { ...state.sizes, check: next } }))}
      tabsBelow={1000}
      tabsLabel={say('question')}
      panes={[
        { id: 'scenarios', name: say('title'), min: 420, content: <ScenariosPane only={only} onOnly={setOnly} /> },
        { id: 'properties', name: say('properties'), size: 440, min: 300, content: <PropertiesPane /> },
      ]}
    />
  );
}
