/** The forms that the name of a capability takes in code. */
export interface Names {
  /** `road-works`: the folder, the paths, the permissions. */
  readonly kebab: string
  /** `roadWorks` */
  readonly camel: string
  /** `RoadWorks` */
  readonly pascal: string
  /** `road_works`: tables and constraints. */
  readonly snake: string
  /** `0007`: the migration. */
  readonly migration: string
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The forms of a name; undefined when it is no kebab-case noun. */
export const toNames = (name: string, migration: number): Names | undefined => {
  if (!/^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/u.test(name)) return undefined
  const words = name.split('-')
  const pascal = words.map(capital).join('')
  return {
    kebab: name,
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    snake: words.join('_'),
    migration: String(migration).padStart(4, '0'),
  }
}
