import { listDates, type DateMention } from './dates.ts'
import { rememberPassage } from './words.ts'

/** The times that a text states; several stages ask for those of one paragraph. */
export const datesOf: (text: string) => readonly DateMention[] = rememberPassage(listDates)

/** One recurrence a day, as the contract writes them: `yearly 06-10,12-10` is two, `daily 09:00,16:00` one. */
export const spreadRecurrence = (recurrence: string): readonly string[] => {
  const [, unit, days] = /^(yearly|monthly|quarterly) ([\d-]+(?:,[\d-]+)+)$/u.exec(recurrence) ?? []
  return unit !== undefined && days !== undefined
    ? days.split(',').map((day) => `${unit} ${day}`)
    : [recurrence]
}

/** The one rhythm that a task can hold: of several frequencies the first, of several days the last. */
export const rhythmOf = ({ recurrence, frequencies }: DateMention): string | null =>
  frequencies.length > 1 || recurrence === null
    ? (frequencies[0] ?? recurrence)
    : (spreadRecurrence(recurrence).at(-1) ?? recurrence)
