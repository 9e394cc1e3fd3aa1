/** How V8 shall collect what the flow leaves behind; imported first, before anything is made. */
import { setFlagsFromString } from "node:v8";

/**
 * Where a page fills the small heap that a process begins with, V8 takes it that its nodes and tokens live long, and makes those of
 * later pages among old objects. There they hold on to young ones until all memory is looked through: a third of everything was
 * copied twice before it was let go. Nothing here lives long of which there is much.
 */
setFlagsFromString("--no-allocation-site-pretenuring");
