import { attachedEditor, reveal } from '../../loop/loop.ts';
import { selection } from '../../store/selection.ts';
import type { CitationLink } from '../../worker/protocol.ts';

/** Shows the rule that cites a sentence, with the sentence beside it. */
export function goToRule(link: CitationLink): void {
  if (link.found && link.document !== undefined) selection.setState({ clause: { file: link.document, ...link.found }, rule: link.rule });
  reveal({ ...link.cited, end: link.cited.start });
  attachedEditor()?.focus();
}
