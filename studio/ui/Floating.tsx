import { Dropdown, Modal } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useRef } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

/** One line of a menu, or a line between two. */
export type MenuLine =
  | {
      readonly key: string;
      readonly text: string;
      readonly icon?: IconName;
      readonly keys?: string;
      readonly disabled?: boolean;
      readonly onClick: () => void;
    }
  | 'line';

/** A menu that opens below its button. */
export function Menu({ lines, children }: { readonly lines: readonly MenuLine[]; readonly children: ReactElement }) {
  const opener = useRef<HTMLElement | undefined>(undefined);
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      onOpenChange={(open) => {
        if (open) opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
      }}
      destroyOnHidden
      menu={{
        items: lines.map((line, index) =>
          line === 'line'
            ? { type: 'divider' as const, key: `line${index}` }
            : {
                key: line.key,
                label: line.text,
                disabled: line.disabled === true,
                // In a frame of its own: the menu gives it the room behind it.
                ...(line.icon
                  ? {
                      icon: (
                        <span>
                          <Icon name={line.icon} />
                        </span>
                      ),
                    }
                  : {}),
                ...(line.keys === undefined ? {} : { extra: line.keys }),
                onClick: () => {
                  line.onClick();
                  // After the key that chose it is done with: else it would press the button that it returns to.
                  setTimeout(() => returnTo(opener.current));
                },
              },
        ),
      }}
    >
      {children}
    </Dropdown>
  );
}

/** The chosen line goes away: the keys return to where the menu was opened, unless what was done has taken them elsewhere. */
function returnTo(opener: HTMLElement | undefined): void {
  const at = document.activeElement;
  if (at === null || at === document.body || at.getAttribute('role') === 'menuitem') opener?.focus();
}

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the one that goes on last. */
  readonly foot?: ReactNode;
  readonly width?: number;
}

/** A dialog: Esc closes it, the focus stays inside and returns afterwards. */
export function Dialog({ open, title, onClose, children, foot = null, width = 520 }: DialogProps) {
  // Many of them stand ready on a page; one that was never opened is not drawn. One that was stays, to give the focus back.
  const opened = useRef(open);
  opened.current ||= open;
  if (!opened.current) return null;
  return (
    <Modal open={open} title={title} onCancel={onClose} footer={foot} width={width} destroyOnHidden centered>
      {children}
    </Modal>
  );
}
