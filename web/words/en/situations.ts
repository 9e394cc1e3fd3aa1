/** The list of situations. */
export const situations = {
  make: "New situation",
  title: "Situations",
  none: "No situation yet",
  noneHow: "Read some reports into one, then reload this page:",
  changed: "Changed last",
  next: "Next date named",
  sparkReports: "reports",
  sparkOrigins: "origins of their own",
  activity: (first: string, last: string, reports: string) => `${reports} between ${first} and ${last}`,
};
