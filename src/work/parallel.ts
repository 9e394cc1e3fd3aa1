/** Many slow things at once, a bounded number of them. */

/**
 * Takes work as long as there is some and does at most `width` of it at a time. `take` gives at most as much as it is
 * asked for; when it gives nothing and nothing is being done, all is done. Once `signal` is aborted no more is taken.
 * A `work` that rejects stops the taking and, once what is under way has ended, rejects the whole.
 */
export async function drain<T>(
  take: (most: number) => Promise<readonly T[]>,
  work: (one: T) => Promise<void>,
  width: number,
  signal?: AbortSignal,
): Promise<number> {
  const busy = new Set<Promise<void>>();
  let done = 0;
  let failure: { readonly error: unknown } | undefined;
  while (failure === undefined && signal?.aborted !== true) {
    const taken = busy.size < width ? await take(width - busy.size) : [];
    for (const one of taken) {
      const doing: Promise<void> = work(one)
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => busy.delete(doing));
      busy.add(doing);
      done++;
    }
    if (busy.size === 0 && taken.length === 0) break;
    if (busy.size >= width || taken.length === 0) await Promise.race(busy);
  }
  await Promise.all(busy);
  if (failure !== undefined) throw failure.error;
  return done;
}
