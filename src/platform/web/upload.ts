import { createKey } from './api.ts'
import { reportDown, reportUp } from './connection.ts'
import { noConnection, toApiProblem } from './problem.ts'

export interface UploadOptions {
  /** From 0 to 1, as the bytes leave. */
  readonly onProgress?: (share: number) => void
  /** Keep it when repeating the same upload: the server takes the file once. */
  readonly key?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly headers?: Readonly<Record<string, string>>
}

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined
  }
}

/** Sends a file's bytes with progress. `fetch` cannot say how far a body has come, hence the older request. */
export const upload = async <T>(path: string, file: Blob, options: UploadOptions = {}): Promise<T> =>
  await new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('idempotency-key', options.key ?? createKey())
    for (const [name, value] of Object.entries(options.headers ?? {})) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      const body = parse(request.responseText)
      if (request.status >= 200 && request.status < 300) {
        reportUp()
        resolve(body as T)
      } else reject(toApiProblem(request.status, body))
    })
    request.addEventListener('error', () => {
      reportDown('offline')
      reject(noConnection())
    })
    request.addEventListener('abort', () => reject(new DOMException('Đã dừng tải lên.', 'AbortError')))
    if (options.signal?.aborted) {
      reject(new DOMException('Đã dừng tải lên.', 'AbortError'))
      return
    }
    options.signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
