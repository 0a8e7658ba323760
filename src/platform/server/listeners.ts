/**
 * Whoever started a process may stop listening to it: a terminal that was closed, a pipe into `head`. What the process
 * does goes on, only its words are lost. Any other failure to write (a full disk) is still a failure.
 */
export const outliveListeners = (): void => {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}
