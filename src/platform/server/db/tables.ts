import type { Generated } from 'kysely'

/** The tables of the platform itself; each capability declares its own beside its store. */
export interface PlatformTables {
  schema_migration: { number: number; name: string; sha256: string; applied_at: string }
  installation: { province: string; name: string; opened_at: string; sample: boolean }
  journal: {
    province: string
    seq: number
    at: string
    /** Account id, `system`, or `cli`. Never a name: the journal holds no personal data. */
    actor: string
    event: string
    /** What the event is about: `task:…`, `document:…`. */
    subject: string
    data: unknown
    previous_hash: string
    hash: string
  }
  journal_head: { province: string; seq: number; at: string; hash: string }
  job_delivery: {
    id: Generated<number>
    province: string
    seq: number
    job: string
    state: 'waiting' | 'done' | 'quarantined' | 'given-up'
    attempts: number
    next_at: string
    last_error: string | null
    done_at: string | null
  }
  idempotency: {
    province: string
    actor: string
    key: string
    request_hash: string
    status: number
    headers: unknown
    body: string | null
    at: string
  }
}
