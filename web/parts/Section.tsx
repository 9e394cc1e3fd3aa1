/** A section of the situation page: its heading, how much it holds, and its content. */
import type { ReactNode } from "react";

export function Section({
  id,
  title,
  count,
  children,
  className,
}: {
  id: string;
  title: string;
  count?: number;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={`section ${className ?? ""}`}>
      <h2 id={`${id}-title`}>
        {title}
        {count !== undefined && count > 0 && <span className="section-count"> {count}</span>}
      </h2>
      {children}
    </section>
  );
}
