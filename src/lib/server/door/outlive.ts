/** Calls of the system that fail because a file or a connection is not there any more, or because too many are open. */
const ofOneAnswer = ['open', 'read', 'write', 'close', 'fstat'];

/** Whether an error that nobody caught concerns one file or one connection, and nothing that the server keeps. */
export function isOfOneAnswer(error: unknown): boolean {
	const { syscall } = (error ?? {}) as NodeJS.ErrnoException;
	return error instanceof Error && syscall !== undefined && ofOneAnswer.includes(syscall);
}

/**
 * Has the server outlive what fails while one answer is sent. The adapter sends its files by streams whose errors it does
 * not listen to: a file that was removed, or a table of files that is full, would end the explorer for everyone. What
 * else nobody caught ends it still, as nobody knows what was left half done.
 */
export function outliveLostAnswers(): void {
	process.on('uncaughtException', (error) => {
		console.error(error);
		if (!isOfOneAnswer(error)) process.exit(1);
	});
	process.on('unhandledRejection', (reason) => {
		console.error(reason);
	});
}
