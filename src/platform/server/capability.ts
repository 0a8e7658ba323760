import type { ProblemKind } from '#kernel/problem.ts'
import type { Author } from './journal/journal.ts'
import type { Endpoint } from './http/endpoint.ts'
import type { Round } from './rounds/rounds.ts'
import type { Services } from './services.ts'

/** A permission by name, with the Vietnamese words that a role page prints. */
export interface Permission {
  readonly name: string
  readonly title: string
}

/** An entry of the journal as a job receives it. */
export interface JournalEntry {
  readonly province: string
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly event: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
}

/** A reaction to journal entries; must be harmless when it runs twice. */
export interface Job {
  readonly name: string
  readonly on: readonly string[]
  /** Works in other processes and may take long: several run at once, and the quick ones do not wait for them. */
  readonly isSlow?: true
  readonly run: (services: Services, entry: JournalEntry, author: Author) => Promise<void>
}

/** What the server app lists of a capability. */
export interface Capability {
  readonly name: string
  readonly routes: readonly Endpoint[]
  readonly jobs: readonly Job[]
  /** What the running server looks at again and again. */
  readonly rounds?: readonly Round[]
  readonly permissions: readonly Permission[]
  readonly problems: Readonly<Record<string, ProblemKind>>
  /** Named database constraint → the Problem that a person sees (style rule 16). */
  readonly constraints: Readonly<Record<string, ProblemKind>>
  /** Journal events that it appends: name → one Vietnamese sentence. */
  readonly events: Readonly<Record<string, string>>
}
