import { useEffect, useState } from 'react';

/** Says a result once, after it has rested half a second, so that typing is not read along. */
export function Live({ text, rest = 500 }: { readonly text: string; readonly rest?: number }) {
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(text), rest);
    return () => clearTimeout(timer);
  }, [text, rest]);
  return (
    <div role="status" aria-live="polite" className="unseen">
      {said}
    </div>
  );
}
