import { useEffect } from 'react';
import { useStore } from 'zustand';
import { showReached } from '../../loop/checking.ts';
import { analysis } from '../../store/analysis.ts';
import type { CheckSection } from '../../store/checking.ts';
import { checking } from '../../store/checking.ts';
import { workspace } from '../../store/workspace.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import styles from './Check.module.css';
import { CoverageSection } from './CoverageSection.tsx';
import { NudgesSection } from './NudgesSection.tsx';
import { PropertiesPane } from './PropertiesPane.tsx';
import { ScenariosPane } from './ScenariosPane.tsx';
import { SignoffSection } from './SignoffSection.tsx';
import { checkWords } from './strings.ts';

/** Which scenario differs, does any patient break a law, and what has nobody tried? */
export default function Check() {
  const say = useWords(checkWords);
  const policy = useStore(workspace, (now) => now.policy);
  const { scenarios, analysis: found } = useStore(analysis);
  const section = useStore(checking, (now) => now.section);
  const showing = useStore(checking, (now) => now.showing);
  const own = scenarios.filter((one) => one.policy === policy);
  const properties = (found?.symbols ?? []).filter((one) => one.kind === 'property' && one.policy === policy).length;
  const options: readonly { readonly value: CheckSection; readonly text: string }[] = [
    { value: 'scenarios', text: say('sectionScenarios', { count: own.length }) },
    { value: 'properties', text: say('sectionProperties', { count: properties }) },
    { value: 'coverage', text: say('sectionCoverage') },
    { value: 'nudges', text: say('sectionNudges') },
    { value: 'signoff', text: say('sectionSignoff') },
  ];
  // Something that differs is why one comes here.
  const failing = own.some((one) => !one.pass);
  useEffect(() => {
    if (failing) checking.setState((now) => (now.section === 'coverage' || now.section === 'nudges' ? { section: 'scenarios' } : now));
  }, [failing]);
  return (
    <div className={styles.check}>
      <div className={styles.bar}>
        <Segmented label={say('sections')} value={section} options={options} onChange={(next) => checking.setState({ section: next })} />
        {section === 'coverage' || section === 'nudges' ? (
          <Button small icon={showing ? 'holds' : 'eye'} pressed={showing} onClick={() => showReached(!showing)}>
            {say('markInWrite')}
          </Button>
        ) : null}
      </div>
      <div className={styles.body}>
        {section === 'scenarios' ? <ScenariosPane /> : null}
        {section === 'properties' ? <PropertiesPane /> : null}
        {section === 'coverage' ? <CoverageSection /> : null}
        {section === 'nudges' ? <NudgesSection /> : null}
        {section === 'signoff' ? <SignoffSection /> : null}
      </div>
    </div>
  );
}
