import { useEffect, useRef, useState } from 'react';

/** Whether a part that scrolls sideways hides something at its end, and the ref to put on it. */
export function useMoreBeside() {
  const ref = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
  useEffect(() => {
    const part = ref.current;
    if (!part) return undefined;
    const look = () => setMore(part.scrollWidth - part.clientWidth - part.scrollLeft > 1);
    const observer = new ResizeObserver(look);
    for (const one of [part, ...part.children]) observer.observe(one);
    part.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      part.removeEventListener('scroll', look);
    };
  }, []);
  return { ref, more };
}
