/** Holds back what is heavy until it is about to be seen: a first view need not wait for what stands far below it. */
import { type ReactNode, useEffect, useRef, useState } from "react";

export function Near({ children, fallback: className }: { children: ReactNode; fallback: string }) {
  const [near, setNear] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new IntersectionObserver(
      (seen) => seen.some((one) => one.isIntersecting) && setNear(true),
      {
        rootMargin: "50% 0px",
      },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return near ? children : <div className={className} ref={place} aria-hidden="true" />;
}
