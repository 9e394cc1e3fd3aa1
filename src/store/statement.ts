/** Statements that come again and again: built and compiled once, run with other values each time. */
import type { Compilable, CompiledQuery, QueryResult } from "kysely";
import type { Queries } from "./dialect.ts";

type Values = Readonly<Record<string, unknown>>;

interface Made<R> {
  readonly query: CompiledQuery<R>;
  /** For each parameter how it is had. */
  readonly parameters: readonly ((values: Values) => unknown)[];
}

/**
 * `build` is called once for each database, and may not look at the values: it puts them where they belong. Whoever runs the
 * statement gives all of them, each time by the same names.
 */
export function statement<V extends Values, R>(
  build: (db: Queries, values: V) => Compilable<R>,
): (db: Queries, values: V) => Promise<QueryResult<R>> {
  const known = new WeakMap<object, Made<R>>();
  return (db, values) => {
    // One of a database, whatever transaction runs.
    const { adapter } = db.getExecutor();
    let made = known.get(adapter);
    if (made === undefined) {
      made = compiled(build, db, Object.keys(values));
      known.set(adapter, made);
    }
    return db.executeQuery({ ...made.query, parameters: made.parameters.map((of) => of(values)) });
  };
}

/** Compiles with a mark for each value, and sees where the marks come to stand. */
function compiled<V extends Values, R>(
  build: (db: Queries, values: V) => Compilable<R>,
  db: Queries,
  names: readonly string[],
): Made<R> {
  const marks = names.map((name) => [name, { name }] as const);
  const nameOf = new Map<unknown, string>(marks.map(([name, mark]) => [mark, name]));
  const query = build(db, Object.fromEntries(marks) as unknown as V).compile();
  const parameters = query.parameters.map((parameter) => {
    const name = nameOf.get(parameter);
    return name === undefined ? () => parameter : (values: Values) => values[name];
  });
  return { query, parameters };
}
