import { Problem, type ProblemKind } from '#kernel/problem.ts'
import { databaseProblems } from '../db/problems.ts'
import { httpProblems } from './problems.ts'
import { toValidationDetail, type ValidationIssue } from './validation.ts'

/** The wire form of a refusal (RFC 9457), with the Vietnamese sentences of the catalogue. */
export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail?: string
  readonly action: string
  readonly requestId: string
  readonly facts?: Readonly<Record<string, unknown>>
}

export const toProblemBody = (problem: Problem, requestId: string): ProblemBody => ({
  type: `urn:binhan:problem:${problem.kind.code}`,
  title: problem.kind.title,
  status: problem.kind.status,
  code: problem.kind.code,
  ...(problem.detail === undefined ? {} : { detail: problem.detail }),
  action: problem.kind.action,
  requestId,
  ...(Object.keys(problem.facts).length === 0 ? {} : { facts: problem.facts }),
})

interface DatabaseError {
  readonly code?: string
  readonly constraint?: string
  readonly message?: string
}

/** PostgreSQL could not be reached or went away: classes 08, 57P0x, and the sockets' own words. */
export const isUnavailable = (error: DatabaseError): boolean =>
  /^(08|57P0|53300|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|EAI_AGAIN)/u.test(error.code ?? '') ||
  /Connection terminated|is not queryable|timeout exceeded when trying to connect|embedded database has been closed/u.test(
    error.message ?? '',
  )

/** What the HTTP library refuses before a schema is asked, by its code. */
const BODY_FAULTS: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'Nội dung gửi lên không phải JSON đúng cách.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'Nội dung gửi lên để trống.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'Độ dài nội dung nhận được khác độ dài đã báo.',
  FST_ERR_BAD_URL: 'Đường dẫn có ký tự không đúng cách viết.',
}

/** Turns whatever was thrown into the one refusal that the person sees; undefined when nobody foresaw it. */
export const toProblem = (
  error: unknown,
  constraints: Readonly<Record<string, ProblemKind>>,
): Problem | undefined => {
  if (error instanceof Problem) return error
  const raised = error as DatabaseError & {
    readonly validation?: readonly ValidationIssue[]
    readonly validationContext?: string
    readonly statusCode?: number
  }
  if (raised.validation) {
    return new Problem(
      httpProblems.invalidRequest,
      toValidationDetail(raised.validation, raised.validationContext ?? ''),
      {
        fields: [...new Set(raised.validation.map((issue) => issue.instancePath ?? ''))],
      },
    )
  }
  if (raised.constraint !== undefined) {
    const kind = constraints[raised.constraint]
    if (kind) return new Problem(kind)
  }
  if (raised.code === 'ENOSPC' || raised.code === '53100') return new Problem(databaseProblems.diskFull)
  // An error with a status came from the request: the sender went away, not the database.
  if (raised.statusCode === undefined && isUnavailable(raised))
    return new Problem(databaseProblems.unavailable)
  // A value that no column can hold: a NUL sign in a text, a number out of range.
  if (/^22(?:021|P05|P02|003|007|008)$/u.test(raised.code ?? ''))
    return new Problem(httpProblems.invalidRequest)
  if (raised.statusCode === 413) return new Problem(httpProblems.tooLarge)
  if (raised.statusCode === 415) return new Problem(httpProblems.unsupportedType)
  if (raised.statusCode === 429) return new Problem(httpProblems.tooManyRequests)
  if (raised.statusCode === 404) return new Problem(httpProblems.notFound)
  if (raised.statusCode === 414) return new Problem(httpProblems.notFound)
  if (raised.statusCode === 400)
    return new Problem(httpProblems.invalidRequest, BODY_FAULTS[raised.code ?? ''])
  return undefined
}
