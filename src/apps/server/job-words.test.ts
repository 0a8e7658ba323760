import { describe, expect, it } from 'vitest'
import { allJobs } from './open.ts'
import { jobWords } from './job-words.ts'

describe('the words of jobs', () => {
  it('name every job of the code, and none that is not there', () => {
    expect(Object.keys(jobWords).toSorted()).toEqual(allJobs.map((job) => job.name).toSorted())
  })

  it('are different titles and whole sentences', () => {
    const words = Object.values(jobWords)
    expect(new Set(words.map((one) => one.title)).size).toBe(words.length)
    for (const { title, missing, advice } of words) {
      // A name of the code is no name for a person.
      expect(title).not.toMatch(/[.]|-/u)
      for (const sentence of [missing, advice]) expect(sentence).toMatch(/^\p{Lu}.*[.]$/u)
    }
  })
})
