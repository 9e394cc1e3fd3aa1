/** Words by which a report looks ahead. Data only. */

/** Words that say by themselves that something is to come: predicates and passives over it. */
export const expectingWords =
  "expect schedule due set slate likely anticipate await plan bind poise possible probable imminent inevitable foresee predict forecast project pend";

/** Verbs that make one thing hang on another. */
export const dependingVerbs = "depend hinge rest turn hang";

/** Marks of a condition. */
export const conditionMarks =
  "if|unless|provided|providing|once|until|when|as long as|for as long as|so long as|in case|should|only if|even if|assuming|on condition";

/** Adverbs by which something that will be done is to be watched for, though no day is named. */
export const soonWords = "soon shortly imminently tonight tomorrow";

/** What somebody expects, told by who expects it. */
export const foreseeingVerbs = "expect anticipate predict forecast foresee";

/** Verbs of what bodies do that others wait for ("the court will rule"), though no day is named. */
export const decidingVerbs = "decide determine rule vote debate consider review announce deliberate";

/** Verbs of a timetable, whose present with a day ahead tells what is to come ("the trial begins on Monday"). */
export const timetabledVerbs =
  "begin start open end expire close arrive leave depart meet vote resume return finish launch convene reconvene elapse";

/** What comes on a day ("ahead of Sunday's referendum"). */
export const datedNouns =
  "vote hearing election summit meeting session trial ruling verdict referendum runoff primary inauguration ballot poll deadline talks talk conference visit handover march rally strike funeral";

/** Nouns that look ahead by themselves with a date ("a deadline of Friday"). */
export const deadlineNouns =
  "deadline vote hearing decision election summit meeting session trial review ruling verdict referendum report recommendation announcement";
