import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem, type ProblemKind } from '#kernel/problem.ts'
import { databaseProblems } from '../db/problems.ts'
import { toProblem, toProblemBody } from './errors.ts'
import { httpProblems } from './problems.ts'

/** Answers whatever was thrown, within a handler or before one was found, by the one catalogue. */
export const refuseWith =
  (constraints: Readonly<Record<string, ProblemKind>>) =>
  async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const problem = toProblem(error, constraints)
    if (!problem) request.log.error({ err: error, route: request.routeOptions.url }, 'unexpected error')
    else if (problem.kind === databaseProblems.unavailable)
      request.log.warn({ err: error }, 'database unavailable')
    const body = toProblemBody(problem ?? new Problem(httpProblems.unexpected), request.id)
    if (body.status === 503) reply.header('retry-after', '5')
    return await reply.code(body.status).type('application/problem+json').send(JSON.stringify(body))
  }

const LINE_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  ERR_HTTP_REQUEST_TIMEOUT: httpProblems.tooSlow,
  HPE_HEADER_OVERFLOW: httpProblems.headersTooLarge,
}

/** Answers what is no request at all, and closes the line. */
export const refuseLine = (error: Error & { readonly code?: string }, socket: Duplex): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const kind = LINE_PROBLEMS[error.code ?? ''] ?? httpProblems.invalidRequest
  const body = JSON.stringify(toProblemBody(new Problem(kind), randomUUID()))
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${kind.status} ${http.STATUS_CODES[kind.status]}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    )
  socket.destroy(error)
}
