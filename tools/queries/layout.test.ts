import { describe, expect, it } from 'vitest'
import { layOut } from './layout.ts'

describe('the layout of a statement', () => {
  it('gives each clause its line', () => {
    expect(
      layOut('select "a", "b" from "c" inner join "d" on "d"."a" = "c"."a" where "a" = $1 order by "b"'),
    ).toBe(
      `select "a", "b"
  from "c"
  inner join "d" on "d"."a" = "c"."a"
  where "a" = $1
  order by "b";`,
    )
  })

  it('sets a query in parentheses further in', () => {
    expect(layOut('select "a" from (select "b" from "c" limit $1) as "d" where "b" = $2')).toBe(
      `select "a"
  from (select "b"
    from "c"
    limit $1) as "d"
  where "b" = $2;`,
    )
  })

  it.each([
    ['delete from "a" where "b" = $1', 'delete from "a"\n  where "b" = $1;'],
    [
      'insert into "a" ("b") values ($1) on conflict ("b") do update set "c" = $2 returning "b"',
      'insert into "a" ("b")\n  values ($1)\n  on conflict ("b") do update\n  set "c" = $2\n  returning "b";',
    ],
    ['select count(*) over (order by "a") from "b"', 'select count(*) over (order by "a")\n  from "b";'],
    ['begin', 'begin;'],
    ['select *\n      from a\n   where b', 'select *\n  from a\n  where b;'],
  ])('lays out %j', (statement, laidOut) => {
    expect(layOut(statement)).toBe(laidOut)
  })

  it.each([
    `select 'from  a  where' as "order by  x", b from c`,
    `select from_date, "limit" from offset_table where a is distinct from b`,
    `select extract(year from a), (b) from c where d in ($1, $2)`,
  ])('leaves names and texts as they are in %j', (statement) => {
    const laidOut = layOut(statement)
    expect(laidOut.replace(/\n +/gu, ' ')).toBe(`${statement};`)
    expect(laidOut.split('\n  where').length).toBeLessThan(3)
  })
})
