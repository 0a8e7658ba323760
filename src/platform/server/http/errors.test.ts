import { describe, expect, it } from 'vitest'
import { databaseProblems } from '../db/problems.ts'
import { toProblem } from './errors.ts'
import { httpProblems } from './problems.ts'

const raise = (facts: object): Error => Object.assign(new Error('aborted'), facts)

describe('a line that broke', () => {
  it('to the database is the database away', () => {
    expect(toProblem(raise({ code: 'ECONNRESET' }), {})?.kind).toBe(databaseProblems.unavailable)
  })

  it('to the sender, in the middle of a request, is not', () => {
    const problem = toProblem(raise({ code: 'ECONNRESET', statusCode: 400 }), {})
    expect(problem?.kind).toBe(httpProblems.invalidRequest)
  })
})
