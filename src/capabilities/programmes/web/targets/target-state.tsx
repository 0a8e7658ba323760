import { Chip, type ChipTone } from '#platform/web/ui/chip.tsx'
import type { TargetState } from '../../domain/targets-goal.ts'
import type { FollowedTarget } from '../../domain/targets-schemas.ts'
import { sayNumber, targetStateWords } from '../../domain/targets-words.ts'
import { toLevel } from '../words.ts'

const tones: Readonly<Record<TargetState, ChipTone>> = {
  reached: 'done',
  'on-track': 'info',
  'off-track': 'due',
  missed: 'overdue',
  unknown: 'plain',
}

/** How a target stands, in a word with its shape. */
export const TargetStateChip = ({ state }: { readonly state: TargetState }) => (
  <Chip tone={tones[state]}>{targetStateWords[state]}</Chip>
)

/** `giảm ít nhất 5% so với năm 2025`. */
export const toWholeLevel = (target: FollowedTarget): string => {
  const level = toLevel(target)
  return target.baseline === null ? level : `${level} so với năm ${target.baseline}`
}

/** A figure with its unit; `chưa có` where there is none. */
export const toFigure = (value: number | null, unit: string | null): string =>
  value === null ? 'chưa có' : `${sayNumber(value)}${unit === null ? '' : unit === '%' ? '%' : ` ${unit}`}`
