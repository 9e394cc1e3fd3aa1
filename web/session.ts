/** Whether this reader has signed in here. The cookie itself can't be seen: this only says whether signing out is worth an offer. */
const key = "sitrep.signed-in";

export function hasSignedIn(): boolean {
  return localStorage.getItem(key) !== null;
}

export function rememberSignedIn(signedIn: boolean): void {
  if (signedIn) localStorage.setItem(key, "1");
  else localStorage.removeItem(key);
}
