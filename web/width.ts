/** How wide an element is, in CSS pixels; 0 before it is laid out. */
import { useEffect, useState } from "react";

export function useWidth(frame: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const place = frame.current;
    if (place === null) return;
    const observer = new ResizeObserver(([box]) => setWidth(Math.floor(box?.contentRect.width ?? 0)));
    observer.observe(place);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
