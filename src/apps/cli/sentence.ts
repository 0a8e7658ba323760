import type { Problem } from '#kernel/problem.ts'

/** What, where, what to do: one refusal on one line, or around the lines of a list. */
export const toSentence = ({ kind, detail }: Problem): string =>
  [kind.title, detail, kind.action]
    .filter((part) => part !== undefined)
    .join(detail?.includes('\n') ? '\n' : ' ')
