import { memo, useEffect, useRef, useState } from 'react';
import type { SheetCardProps } from './SheetCard.tsx';
import { SheetCard } from './SheetCard.tsx';

/** Cards this far above and below what is seen are there before they are scrolled to, and before Tab comes to them. */
const AHEAD = '1200px 0px';
/** Until it has been there once, a card is taken to be as tall as a table of a few lines. */
const GUESS_PX = 260;

/**
 * A card of a file of many, drawn while it is near what is seen. Every letter typed moves all that stands after it in the text: drawing
 * hundreds of cards again would keep the hand waiting. One that holds the focus stays.
 */
export const NearCard = memo(function NearCard(props: SheetCardProps) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [height, setHeight] = useState(GUESS_PX);
  useEffect(() => {
    const node = place.current;
    if (!node) return undefined;
    const observer = new IntersectionObserver(
      ([seen]) => {
        if (!seen) return;
        if (!seen.isIntersecting) {
          if (node.contains(document.activeElement)) return;
          if (node.offsetHeight > 0) setHeight(node.offsetHeight);
        }
        setNear(seen.isIntersecting);
      },
      { root: node.closest('[data-scroll=table]'), rootMargin: AHEAD },
    );
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} data-sheet={near ? undefined : props.card.sheet.id} style={near ? undefined : { height }}>
      {near ? <SheetCard {...props} /> : null}
    </div>
  );
});
