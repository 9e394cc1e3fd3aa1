/** Milliseconds of processor time that some work takes, as others may share the machine. */
export function spent(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
}
