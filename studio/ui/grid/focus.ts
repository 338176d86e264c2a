import type { RefObject } from 'react';
import { createContext } from 'react';

/** Whether the cell that becomes active takes the focus: yes while the hand is in the grid, no when another pane moves the selection. */
export const FocusContext = createContext<RefObject<boolean> | undefined>(undefined);
