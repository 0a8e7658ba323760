import { api, createKey } from '#platform/web/api.ts'
import { reportDown, reportUp } from '#platform/web/connection.ts'
import { ApiProblem, isTransient, noConnection, toApiProblem } from '#platform/web/problem.ts'
import type { Upload } from '../domain/archive-api.ts'

/** Bytes sent at a time: a cut line costs at most this much again. */
const PIECE = 1024 * 1024
/** Waits between attempts while the line is down, in milliseconds; then it asks the person. */
const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000]

export interface Sending {
  readonly onProgress: (share: number) => void
  /** The line is down; it goes on by itself. */
  readonly onWaiting: (isWaiting: boolean) => void
  readonly signal: AbortSignal
}

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined
  }
}

/** One piece, with progress; `fetch` cannot say how far a body has come, hence the older request. */
const sendPiece = (
  id: string,
  piece: Blob,
  offset: number,
  size: number,
  sending: Sending,
): Promise<Upload> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PATCH', `/api/uploads/${id}`)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('upload-offset', String(offset))
    request.upload.addEventListener('progress', (event) => sending.onProgress((offset + event.loaded) / size))
    request.addEventListener('load', () => {
      const body = parse(request.responseText)
      if (request.status >= 200 && request.status < 300) {
        reportUp()
        resolve(body as Upload)
      } else reject(toApiProblem(request.status, body))
    })
    request.addEventListener('error', () => {
      reportDown('offline')
      reject(noConnection())
    })
    request.addEventListener('abort', () => reject(new DOMException('Đã dừng tải lên.', 'AbortError')))
    const abort = (): void => request.abort()
    sending.signal.addEventListener('abort', abort, { once: true })
    request.addEventListener('loadend', () => sending.signal.removeEventListener('abort', abort))
    request.send(piece)
  })

const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new DOMException('Đã dừng tải lên.', 'AbortError'))
    })
  })

/** Repeats while the line is down; what the server refused is not asked again. */
const persist = async <T>(work: () => Promise<T>, sending: Sending): Promise<T> => {
  for (let attempt = 0; ; attempt++) {
    try {
      const result = await work()
      sending.onWaiting(false)
      return result
    } catch (error) {
      const wait = WAITS[attempt]
      if (wait === undefined || !(error instanceof ApiProblem) || !isTransient(error)) throw error
      sending.onWaiting(true)
      await sleep(wait, sending.signal)
    }
  }
}

/**
 * Sends a file so that a cut line costs little: in pieces, each going on from where the server stands.
 * Repeating the whole is harmless: the same bytes are one document.
 */
export const sendFile = async (file: File, sending: Sending): Promise<Upload> => {
  const key = createKey()
  const options = { key, signal: sending.signal }
  let upload = await persist(
    () => api.post<Upload>('/api/uploads', { name: file.name, size: file.size }, options),
    sending,
  )
  while (upload.state === 'open') {
    const { id } = upload
    let isFirst = true
    upload = await persist(async () => {
      // After a cut, what arrived is known only to the server.
      const at = isFirst ? upload : await api.get<Upload>(`/api/uploads/${id}`, {}, sending.signal)
      isFirst = false
      if (at.state === 'done') return at
      return await sendPiece(id, file.slice(at.offset, at.offset + PIECE), at.offset, file.size, sending)
    }, sending)
    sending.onProgress(file.size === 0 ? 1 : upload.offset / file.size)
  }
  return upload
}
