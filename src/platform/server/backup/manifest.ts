/** What a backup holds, so that a restore can prove that nothing is missing. */
export interface Manifest {
  readonly format: 1
  readonly createdAt: string
  /** Number of the newest migration; a restore needs the same schema or a newer one. */
  readonly schema: number
  readonly tables: readonly TableInfo[]
  readonly files: readonly string[]
  readonly heads: readonly Head[]
}

export interface TableInfo {
  readonly name: string
  readonly rows: number
  /** SHA-256 of the lines before compression. */
  readonly sha256: string
}

export interface Head {
  readonly province: string
  readonly seq: number
  readonly hash: string
}

export const MANIFEST = 'manifest.json'

/** Reports long work: how much of how much is done. */
export type Progress = (label: string, done: number, total: number) => void
