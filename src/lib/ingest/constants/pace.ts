/**
 * How long an ingest takes, in seconds, until past ones tell how fast this machine is: measured on two cores with 3,000 and 21,699 papers. To start and to read the
 * store; for each paper of the whole graph, whose map is made anew; and for each new paper, whose concepts are found and
 * which is written.
 */
export const pace = { start: 5, perPaper: 0.004, perNewPaper: 0.008 };

/** Papers that make one more thread for the graph worth its start, which takes it about a second. */
export const papersPerThread = 2000;
