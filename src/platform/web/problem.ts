/** A refusal as the person reads it: what is wrong, where, and what to do (RFC 9457 on the wire). */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  readonly action: string
  readonly facts: Readonly<Record<string, unknown>>
  /** Names the request in the server's log, for whoever helps. */
  readonly requestId: string | undefined

  constructor(body: ProblemFields) {
    super(`${body.code}: ${body.detail ?? body.title}`)
    this.name = 'ApiProblem'
    this.status = body.status
    this.code = body.code
    this.title = body.title
    this.detail = body.detail
    this.action = body.action
    this.facts = body.facts ?? {}
    this.requestId = body.requestId
  }
}

export interface ProblemFields {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail?: string | undefined
  readonly action: string
  readonly facts?: Readonly<Record<string, unknown>> | undefined
  readonly requestId?: string | undefined
}

/** The request never reached the server, or its answer never came back. */
export const noConnection = (): ApiProblem =>
  new ApiProblem({
    status: 0,
    code: 'web.no-connection',
    title: 'Mất kết nối với máy chủ.',
    action: 'Kiểm tra đường mạng. Trang tự tải lại khi có kết nối; nội dung đang nhập vẫn được giữ.',
  })

const unavailable = (status: number): ApiProblem =>
  new ApiProblem({
    status,
    code: 'web.unavailable',
    title: 'Máy chủ đang tạm dừng.',
    action: 'Chờ trong giây lát; trang tự tải lại khi máy chủ hoạt động trở lại.',
  })

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** Reads a refusal from a reply; a proxy's own error page becomes a sentence too. */
export const toApiProblem = (status: number, body: unknown): ApiProblem => {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>
  const code = text(fields['code'])
  const title = text(fields['title'])
  if (code === undefined || title === undefined) {
    if (status === 502 || status === 503 || status === 504) return unavailable(status)
    return new ApiProblem({
      status,
      code: 'web.unexpected',
      title: 'Máy chủ trả lời không đúng dạng.',
      detail: `Mã trả lời ${status}.`,
      action: 'Tải lại trang. Nếu vẫn gặp, báo quản trị hệ thống kèm mã trả lời.',
    })
  }
  return new ApiProblem({
    status,
    code,
    title,
    detail: text(fields['detail']),
    action: text(fields['action']) ?? 'Tải lại trang rồi thực hiện lại.',
    facts: (fields['facts'] ?? {}) as Readonly<Record<string, unknown>>,
    requestId: text(fields['requestId']),
  })
}

/** Passes by itself: worth asking again. */
export const isTransient = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 0 || [502, 503, 504].includes(error.status))

export const isSignInNeeded = (error: unknown): boolean => error instanceof ApiProblem && error.status === 401

/** Any thrown value as a refusal, so that each page shows errors in one way. */
export const toProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem
    ? error
    : new ApiProblem({
        status: 0,
        code: 'web.broken',
        title: 'Trang gặp lỗi ngoài dự kiến.',
        detail: error instanceof Error ? error.message : String(error),
        action: 'Tải lại trang. Nếu vẫn gặp, báo quản trị hệ thống kèm dòng lỗi này.',
      })
