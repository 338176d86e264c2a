import { saving } from '../store/saving.ts';

/**
 * One tab edits, others show. The editing tab holds a browser lock; a second tab may take it over, upon which the first becomes the one
 * that only shows. Without the lock interface (plain http from another machine) every tab edits, as before.
 */
const LOCK = 'yice-workspace';
const TAKE = 'yice.take-over';

const never = (): Promise<never> => new Promise(() => undefined);

/** Claims the workspace for this tab or finds that another has it. */
export async function claimWorkspace(): Promise<void> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return;
  const steal = sessionStorage.getItem(TAKE) !== null;
  sessionStorage.removeItem(TAKE);
  await new Promise<void>((claimed) => {
    locks
      .request(LOCK, steal ? { steal: true } : { ifAvailable: true }, (lock) => {
        saving.setState({ elsewhere: lock === null });
        claimed();
        return lock === null ? undefined : never();
      })
      // Another tab took the workspace over.
      .catch(() => saving.setState({ elsewhere: true }));
  });
}

/** “在这里继续编辑”: reads what the other tab wrote last, and edits here from then on. */
export function continueHere(): void {
  sessionStorage.setItem(TAKE, '1');
  location.reload();
}
