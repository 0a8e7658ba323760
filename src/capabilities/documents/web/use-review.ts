import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { isChangedMeanwhile } from '#platform/web/api.ts'
import { showToast } from '#platform/web/ui/toast.tsx'
import {
  toAddedId,
  type OtherChange,
  type Party,
  type Proposal,
  type Review,
  type ReviewCommand,
  type ReviewReply,
} from '../domain/review-api.ts'
import { ApiProblem } from '#platform/web/problem.ts'
import { documentKeys, documentsApi } from './api.ts'

/** A command without its id: the hook names it once, so that sending it again does it once. */
export type Intention = ReviewCommand extends infer C
  ? C extends ReviewCommand
    ? Omit<C, 'id'>
    : never
  : never

const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Brings what changed into what is shown. */
export const applyReply = (review: Review, reply: ReviewReply): Review => {
  const changed = new Map(reply.changed.map((proposal) => [proposal.id, proposal]))
  const kept: Proposal[] = review.proposals.map((proposal) => changed.get(proposal.id) ?? proposal)
  const known = new Set(review.proposals.map((proposal) => proposal.id))
  const added = reply.changed.filter((proposal) => !known.has(proposal.id))
  const parties = new Map<string, Party>(
    [...review.parties, ...reply.parties].map((party) => [party.printed, party]),
  )
  const agencies = new Map([...review.agencies, ...reply.agencies].map((agency) => [agency.code, agency]))
  return {
    ...review,
    version: reply.version,
    state: reply.state,
    counts: reply.counts,
    proposals: [...kept, ...added].toSorted((a, b) => a.order - b.order),
    parties: [...parties.values()],
    agencies: [...agencies.values()],
  }
}

/** The review of one document: what is proposed, and the commands that decide it, one after the other. */
export const useReview = (document: string) => {
  const client = useQueryClient()
  const query = useQuery({
    queryKey: documentKeys.review(document),
    queryFn: ({ signal }) => documentsApi.review(document, signal),
  })
  const [problem, setProblem] = useState<unknown>()
  const [busy, setBusy] = useState(0)
  const send = useMemo(
    () => toSend(client, document, setProblem, (by) => setBusy((count) => count + by)),
    [client, document],
  )
  return { query, send, problem, clearProblem: () => setProblem(undefined), isBusy: busy > 0 }
}

type Send = (intention: Intention, done?: string) => Promise<boolean>

/** Commands go one after the other, so that each names the version that the one before it made. */
const toSend = (
  client: QueryClient,
  document: string,
  setProblem: (problem: unknown) => void,
  count: (by: number) => void,
): Send => {
  const key = documentKeys.review(document)
  let last: Promise<unknown> = Promise.resolve()
  const run = async (command: ReviewCommand, done: string | undefined): Promise<boolean> => {
    const now = client.getQueryData<Review>(key)
    if (!now) return false
    try {
      const reply = await documentsApi.command(document, now.version, command)
      const after = applyReply(now, reply)
      client.setQueryData<Review>(key, (old) => (old ? applyReply(old, reply) : old))
      setProblem(undefined)
      if (done !== undefined) showToast(done, toUndo(command, now, after, send))
      return true
    } catch (error) {
      setProblem(error)
      if (isChangedMeanwhile(error)) await client.invalidateQueries({ queryKey: key })
      return false
    }
  }
  const send: Send = (intention, done) => {
    count(1)
    const command = { ...intention, id: newId() } as ReviewCommand
    const result = last.then(() => run(command, done)).finally(() => count(-1))
    last = result.catch(() => undefined)
    return result
  }
  return send
}

/** What one command accepted. */
const listAccepted = (before: Review, after: Review): string[] => {
  const open = new Set(before.proposals.filter((one) => one.state === 'open').map((one) => one.id))
  return after.proposals.filter((one) => one.state === 'accepted' && open.has(one.id)).map((one) => one.id)
}

/** Taking back: what was decided, dropped, split or merged is open again, what was typed is as it was before. */
const toUndo = (
  command: ReviewCommand,
  before: Review,
  after: Review,
  send: (intention: Intention) => Promise<boolean>,
): (() => void) | undefined => {
  switch (command.verb) {
    case 'accept':
    case 'drop':
    case 'merge':
      return () => void send({ verb: 'restore', proposals: command.proposals })
    case 'split':
      return () => void send({ verb: 'restore', proposals: [command.proposal] })
    case 'edit': {
      const was = before.proposals.find((one) => one.id === command.proposal)
      const { proposal } = command
      return was
        ? () => void send({ verb: 'edit', proposal, value: was.value, keepOpen: was.state === 'open' })
        : undefined
    }
    case 'add':
      return () => void send({ verb: 'take-back', proposal: toAddedId(command.id) })
    case 'accept-stated': {
      const accepted = listAccepted(before, after)
      return accepted.length > 0 ? () => void send({ verb: 'restore', proposals: accepted }) : undefined
    }
    case 'restore':
    case 'take-back':
      return undefined
  }
}

/** What others did to the proposals of a refused command. */
export const listOtherChanges = (error: unknown): readonly OtherChange[] =>
  error instanceof ApiProblem && Array.isArray(error.facts['changes'])
    ? (error.facts['changes'] as OtherChange[])
    : []
