/**
 * The page's policy forbids making markup from text (Trusted Types). React Aria empties its announcer by
 * setting innerHTML to ""; that one value is let through, and nothing else can be.
 */
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (text: string) => string | null }): unknown;
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy("default", { createHTML: (text) => (text === "" ? text : null) });

export {};
