import { useStore } from 'zustand';
import { bundleName } from '../../commands/export-bundle.ts';
import { signing, signStateOf } from '../../store/signing.ts';
import { useWords } from '../../strings/use-words.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Pane } from '../../ui/Pane.tsx';
import styles from './Export.module.css';
import { embedding, INSTALLING, inspecting, settling } from './receiving.ts';
import { exportWords } from './strings.ts';

/** What a developer types, with the real digest in it. */
export function Receiver({ folder, digest }: { readonly folder: string; readonly digest: string | undefined }) {
  const signed = useStore(signing, (now) => now.found?.digest === digest && signStateOf(now) === 'signed');
  const say = useWords(exportWords);
  const name = digest === undefined ? '…' : bundleName(folder, digest);
  const told = digest ?? 'sha256:…';
  const steps = [
    { title: say('step0'), how: say('step0How'), code: INSTALLING },
    { title: say('step1'), how: say('step1How'), code: inspecting(name, told, signed) },
    { title: say('step2'), how: say('step2How'), code: settling(name, told) },
    { title: say('step3'), how: say('step3How'), code: embedding(name, told) },
  ];
  return (
    <aside className={styles.right}>
      <Pane icon="rule" title={say('receiver')} paneId="receiver" bare>
        <ol>
          {steps.map((step, index) => (
            <li key={step.title} className={styles.step}>
              <h3>
                <i>{index + 1}</i>
                {step.title} <small>{step.how}</small>
              </h3>
              <div className={styles.code}>
                <pre>{step.code}</pre>
                <span>
                  <IconButton size={24} icon="copy" label={say('copyCode')} onClick={() => void navigator.clipboard.writeText(step.code)} />
                </span>
              </div>
            </li>
          ))}
        </ol>
        <p className={styles.more}>{say('receiverMore')}</p>
      </Pane>
    </aside>
  );
}
