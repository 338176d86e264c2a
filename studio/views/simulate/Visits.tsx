import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import { standsAlone } from '../../store/simulation.ts';
import { canMove, newVisitId, visitAdded, visitCopied, visitMoved, visitRemoved } from '../../store/visits.ts';
import { useWords } from '../../strings/use-words.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu } from '../../ui/Floating.tsx';
import { nextVisit, ofAnother } from './samples.ts';
import { answerTo } from './select.ts';
import { simulateWords } from './strings.ts';
import type { Desk } from './use-desk.ts';
import { change } from './use-desk.ts';
import { VisitLine } from './VisitLine.tsx';
import styles from './Visits.module.css';

/** The visits in order of arrival: choose one, move it, take it away, reverse it. */
export function Visits({ desk }: { readonly desk: Desk }) {
  const say = useWords(simulateWords);
  const list = useRef<HTMLOListElement>(null);
  const { patient, visit, summary, state } = desk;
  const at = patient.encounters.indexOf(visit);
  const look = (index: number): void => {
    const next = patient.encounters[Math.max(0, Math.min(patient.encounters.length - 1, index))];
    if (!next) return;
    change((now) => ({ ...now, encounterId: next.id, step: undefined }));
    list.current?.querySelectorAll('button')[patient.encounters.indexOf(next)]?.focus();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown') look(at + 1);
    else if (event.key === 'ArrowUp') look(at - 1);
    else if (event.key === 'Delete' && patient.encounters.length > 1) change((now) => visitRemoved(now, patient.id, visit.id));
    else return;
    event.preventDefault();
  };
  const reversed = patient.encounters.some((one) => one.reverses === visit.id);
  const lone = patient.encounters.length === 1;
  return (
    <section aria-label={say('visits')}>
      <div className={styles.head}>
        <h3>{say('visitsHead')}</h3>
        <div className={styles.tools} role="toolbar" aria-label={say('visitFacts')}>
          <IconButton
            icon="up"
            size={24}
            label={say('visitUp')}
            disabled={!canMove(patient.encounters, visit.id, -1)}
            onClick={() => change((now) => visitMoved(now, patient.id, visit.id, -1))}
          />
          <IconButton
            icon="down"
            size={24}
            label={say('visitDown')}
            disabled={!canMove(patient.encounters, visit.id, 1)}
            onClick={() => change((now) => visitMoved(now, patient.id, visit.id, 1))}
          />
          <IconButton
            icon="reverse"
            size={24}
            label={say('visitReverse')}
            disabled={!standsAlone(visit) || reversed}
            onClick={() => change((now) => visitAdded(now, patient.id, { id: newVisitId(patient), fields: {}, reverses: visit.id }))}
          />
          <IconButton
            icon="bin"
            size={24}
            label={lone ? say('visitRemoveLast') : say('visitRemove')}
            disabled={lone}
            onClick={() => change((now) => visitRemoved(now, patient.id, visit.id))}
          />
        </div>
        <Button
          kind="quiet"
          small
          icon="plus"
          onClick={() => change((now) => visitAdded(now, patient.id, nextVisit(patient, summary, '')))}
        >
          {say('addVisit')}
        </Button>
        <Menu
          lines={[
            {
              key: 'copy',
              text: say('visitCopy'),
              icon: 'copy',
              disabled: !standsAlone(visit),
              onClick: () => change((now) => visitCopied(now, patient.id, visit.id)),
            },
            {
              key: 'correct',
              text: say('visitCorrect'),
              icon: 'write',
              disabled: !standsAlone(visit) || reversed,
              onClick: () => change((now) => visitAdded(now, patient.id, { id: newVisitId(patient), fields: {}, corrects: visit.id })),
            },
            'line',
            {
              key: 'another',
              text: say('visitOfAnother'),
              icon: 'person',
              onClick: () => change((now) => visitAdded(now, patient.id, ofAnother(patient, nextVisit(patient, summary, '')))),
            },
          ]}
        >
          <IconButton icon="more" size={24} label={say('visitMore')} hasPopup="menu" />
        </Menu>
      </div>
      <ol ref={list} className={styles.visits} onKeyDown={key}>
        {patient.encounters.map((one, index) => (
          <li
            key={one.id}
            className={classes(
              styles.visit,
              one === visit && styles.on,
              patient.encounters.some((other) => other.reverses === one.id) && styles.void,
            )}
          >
            <button
              type="button"
              aria-current={one === visit ? 'step' : undefined}
              tabIndex={one === visit ? 0 : -1}
              className={styles.pick}
              onClick={() => look(index)}
            >
              <VisitLine desk={desk} visit={one} answer={answerTo(state, one)} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
