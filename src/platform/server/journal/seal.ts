import type { Db } from '../db/db.ts'
import { GENESIS } from './hash.ts'

/**
 * The head of the chain at a moment, kept outside the system: on paper, in a mailbox. Whoever later changes the
 * journal, even together with its head, cannot change this.
 */
export interface Seal {
  readonly province: string
  readonly seq: number
  readonly hash: string
  readonly sealedAt: string
}

/** The seal of the journal as it is now. */
export const makeSeal = async (db: Db, province: string, now: string): Promise<Seal> => {
  const head = await db
    .selectFrom('journal_head')
    .selectAll()
    .where('province', '=', province)
    .executeTakeFirst()
  return { province, seq: head?.seq ?? 0, hash: head?.hash ?? GENESIS, sealedAt: now }
}

/** Reads a seal as `binhan journal seal` printed it; undefined when it is none. */
export const parseSeal = (text: string): Seal | undefined => {
  try {
    const seal = JSON.parse(text) as Partial<Seal>
    const isSeal =
      typeof seal.province === 'string' &&
      Number.isSafeInteger(seal.seq) &&
      typeof seal.hash === 'string' &&
      /^[0-9a-f]{64}$/u.test(seal.hash) &&
      typeof seal.sealedAt === 'string'
    return isSeal ? (seal as Seal) : undefined
  } catch {
    return undefined
  }
}
