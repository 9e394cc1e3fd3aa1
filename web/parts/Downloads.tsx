/** The brief as a file, and the record as a table, of the time that the page shows. */
import { briefAddress, tableAddress, type When } from "../api.ts";
import { words } from "../words.ts";

const formats = ["pdf", "html", "md"] as const;

export function Downloads({ situation, when }: { situation: string; when: When }) {
  return (
    <p className="downloads">
      <span>{words.download.label}</span>
      {formats.map((format) => (
        <a
          key={format}
          href={briefAddress(situation, format, when)}
          download={`${situation}.${format}`}
          aria-label={words.download.as(words.download[format])}
        >
          {words.download[format]}
        </a>
      ))}
      <a href={tableAddress(situation, when)} download={`${situation}.csv`} aria-label={words.download.table}>
        {words.download.csv}
      </a>
    </p>
  );
}
