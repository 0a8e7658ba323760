import { Problem } from '#kernel/problem.ts'
import type { Handler } from '#platform/server/http/endpoint.ts'
import { documentProblems } from './problems.ts'
import type * as schemas from './schemas.ts'
import { appendUpload, getUpload, openUpload, toUpload } from './uploads.ts'

export const createUpload: Handler<typeof schemas.createUpload> = async ({ services, author, body, write }) =>
  await openUpload(services, author, body, write)

export const showUpload: Handler<typeof schemas.showUpload> = async ({ services, author, params }) =>
  toUpload(await getUpload(services, author, params.id))

export const continueUpload: Handler<typeof schemas.continueUpload> = async ({
  services,
  author,
  params,
  headers,
  stream,
}) => {
  const offset = headers['upload-offset'] ?? ''
  if (!/^\d{1,15}$/u.test(offset) || !stream) throw new Problem(documentProblems.uploadOffsetNeeded)
  return await appendUpload(services, author, params.id, Number(offset), stream)
}
