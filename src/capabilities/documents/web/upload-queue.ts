import { useSyncExternalStore } from 'react'
import { toProblem, type ApiProblem } from '#platform/web/problem.ts'
import { sendFile } from './send-file.ts'

/** One file on its way in. */
export interface UploadItem {
  readonly id: number
  readonly file: File
  readonly state: 'queued' | 'sending' | 'waiting' | 'sent' | 'failed' | 'stopped'
  /** From 0 to 1. */
  readonly share: number
  /** The document that it became, once it has arrived. */
  readonly document?: string
  readonly isDuplicate?: boolean
  readonly problem?: ApiProblem
}

/** Files go one after the other: a slow line serves one well and five badly. */
let items: readonly UploadItem[] = []
let nextId = 1
const aborts = new Map<number, AbortController>()
const listeners = new Set<() => void>()

const set = (next: readonly UploadItem[]): void => {
  items = next
  for (const listener of listeners) listener()
}

const change = (id: number, part: Partial<UploadItem>): void =>
  set(items.map((item) => (item.id === id ? { ...item, ...part } : item)))

const sendOne = async ({ id, file }: UploadItem): Promise<void> => {
  const abort = new AbortController()
  aborts.set(id, abort)
  change(id, { state: 'sending', share: 0 })
  try {
    const upload = await sendFile(file, {
      signal: abort.signal,
      onProgress: (share) => change(id, { share }),
      onWaiting: (isWaiting) => change(id, { state: isWaiting ? 'waiting' : 'sending' }),
    })
    const document = upload.document === null ? {} : { document: upload.document }
    change(id, { state: 'sent', share: 1, isDuplicate: upload.duplicate !== null, ...document })
  } catch (error) {
    const isStopped = error instanceof DOMException && error.name === 'AbortError'
    change(id, isStopped ? { state: 'stopped' } : { state: 'failed', problem: toProblem(error) })
  }
}

let isPumping = false
const pump = async (): Promise<void> => {
  if (isPumping) return
  isPumping = true
  for (;;) {
    const next = items.find((item) => item.state === 'queued')
    if (!next) break
    await sendOne(next)
  }
  isPumping = false
}

export const addFiles = (files: readonly File[]): void => {
  set([...items, ...files.map((file): UploadItem => ({ id: nextId++, file, state: 'queued', share: 0 }))])
  void pump()
}

export const stopFile = (id: number): void => aborts.get(id)?.abort()

export const sendAgain = (id: number): void => {
  change(id, { state: 'queued', share: 0 })
  void pump()
}

export const useUploads = (): readonly UploadItem[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => items,
  )
