import type { Round } from '#platform/server/rounds/rounds.ts'
import type { Outside } from '../outside.ts'
import { sendLetters } from './letters.ts'
import { makeMorning } from './morning.ts'

/** Each working morning the reminders; all day the letters that wait. Two rounds, so that slow mail delays no morning. */
export const noticeRounds = (outside: Outside): readonly Round[] => [
  {
    name: 'programmes.morning',
    everySeconds: 60,
    run: async (services) => void (await makeMorning(services, outside)),
  },
  {
    name: 'programmes.letters',
    everySeconds: 15,
    run: async (services) => void (await sendLetters(services, outside)),
  },
]
