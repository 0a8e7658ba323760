/** Thrown inside a transaction that finds its work done by another: nothing is written, nothing is wrong. */
export class AlreadyDone extends Error {}

export const unlessDone = async (work: Promise<void>): Promise<void> => {
  try {
    await work
  } catch (error) {
    if (!(error instanceof AlreadyDone)) throw error
  }
}
