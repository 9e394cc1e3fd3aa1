/** What somebody follows: the reports put into it, by hand, by the sources followed for it, and by its scope (scope.ts). */
export interface Situation {
  /** Slug: a-z, 0-9 and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  /** A label that must be shown wherever it is shown ("Invented for demonstration"). */
  readonly notice?: string;
  readonly createdAt: string;
}
