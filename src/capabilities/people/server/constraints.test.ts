import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { innerConstraints, peopleConstraints } from './problems.ts'

const migration = fs.readFileSync('migrations/0002-people.sql', 'utf8')
const named = [...migration.matchAll(/^ {2}constraint ([a-z_]+)/gmu)].map((match) => match[1] ?? '')

describe('named constraints of people', () => {
  it('each have words for a person, or can only be broken by a fault of the program', () => {
    const known = [...Object.keys(peopleConstraints), ...innerConstraints]
    expect(named.length).toBeGreaterThan(30)
    expect(named.toSorted()).toEqual(known.toSorted())
  })
})
