import { hash, verify } from '@node-rs/argon2'
import { createHash, randomBytes } from 'node:crypto'
import { toPassword } from '../domain/password.ts'

/** Argon2id with the parameters that OWASP names first: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = async (password: string): Promise<string> =>
  await hash(toPassword(password), COST)

/** Verified for logins that nobody has, so that the time of the answer tells nothing. */
let nobody: Promise<string> | undefined

export const verifyPassword = async (passwordHash: string | null, typed: string): Promise<boolean> => {
  nobody ??= hashPassword(randomBytes(16).toString('hex'))
  const matches = await verify(passwordHash ?? (await nobody), toPassword(typed))
  return passwordHash !== null && matches
}

/** A secret that is handed out once; only its hash is kept. */
export const makeToken = (): { readonly token: string; readonly tokenHash: string } => {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashToken(token) }
}

/** Tokens carry 256 random bits: a plain hash is enough, and it can be looked up. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
