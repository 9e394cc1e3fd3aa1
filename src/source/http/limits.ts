/** Limits of a fetch where the caller sets none. */
export const defaultMaxBytes = 25 * 2 ** 20;
export const defaultTimeoutMs = 20_000;
export const maxRedirects = 10;
