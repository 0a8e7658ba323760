/**
 * One refusal, as the person sees it (RFC 9457). Codes are stable and never reused;
 * `title` is a Vietnamese sentence that says what is wrong, `detail` where, `action` what to do.
 */
export interface ProblemKind {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly action: string
}

/** Thrown by server code; the HTTP layer and the command line turn it into words. */
export class Problem extends Error {
  readonly kind: ProblemKind
  /** Where it went wrong, in Vietnamese, for the person. */
  readonly detail: string | undefined
  /** Structured facts for the program that asked; never personal data. */
  readonly facts: Readonly<Record<string, unknown>>

  constructor(kind: ProblemKind, detail?: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(`${kind.code}: ${detail ?? kind.title}`)
    this.name = 'Problem'
    this.kind = kind
    this.detail = detail
    this.facts = facts
  }
}
