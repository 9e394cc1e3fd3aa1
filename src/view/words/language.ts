/** The languages that there are words in, by ISO 639-1. */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];
