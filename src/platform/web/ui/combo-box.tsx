import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, type Key } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { useMemo } from 'react'
import { searchKey } from '#kernel/vietnamese.ts'
import './combo-box.css'
import './field.css'

export interface Choice {
  readonly id: string
  readonly label: string
  /** Second line: level, former name, dates. */
  readonly note?: string
  /** Other words that find it: abbreviations, former names. */
  readonly alsoFoundBy?: readonly string[]
}

/** Matches without tone marks and by the first letters of words: `syt`, `so y te` and `Sở Y tế`. */
export const matchesChoice = (text: string, typed: string): boolean => {
  const wanted = searchKey(typed)
  const key = searchKey(text)
  const initials = key
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('')
  return wanted === '' || key.includes(wanted) || initials.startsWith(wanted.replaceAll(' ', ''))
}

/** Chooses one of many by typing. */
export const ComboBox = ({
  label,
  hint,
  error,
  choices,
  value,
  onChange,
  isOptional = false,
  isLabelHidden = false,
  isDisabled = false,
  placeholder,
}: {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly choices: readonly Choice[]
  readonly value: string | undefined
  readonly onChange: (id: string | undefined) => void
  readonly isOptional?: boolean
  readonly isLabelHidden?: boolean
  readonly isDisabled?: boolean
  readonly placeholder?: string
}) => {
  // react-aria writes an item's text into the box and hands the same text to the filter;
  // the other words that find it are looked up by that text.
  const words = useMemo(() => {
    const map = new Map<string, string[]>()
    for (const { label: text, alsoFoundBy = [] } of choices)
      map.set(text, [...(map.get(text) ?? [text]), ...alsoFoundBy])
    return map
  }, [choices])
  return (
    <AriaComboBox
      className={`field combo-box${error === undefined ? '' : ' field--wrong'}`}
      defaultItems={choices}
      selectedKey={value ?? null}
      onSelectionChange={(key: Key | null) => onChange(key === null ? undefined : String(key))}
      defaultFilter={(text, typed) => (words.get(text) ?? [text]).some((word) => matchesChoice(word, typed))}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field__label'}>
        {label}
        {isOptional && <span className="field__optional"> (không bắt buộc)</span>}
      </Label>
      {hint !== undefined && (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      )}
      <div className="combo-box__line">
        <Input
          className="control combo-box__input"
          placeholder={placeholder ?? 'Gõ để tìm'}
          // What is chosen gives way to what is typed next.
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button className="combo-box__open" aria-label="Mở danh sách">
          <ChevronDown className="icon" aria-hidden="true" />
        </Button>
      </div>
      {error !== undefined && (
        <Text slot="errorMessage" className="field__error">
          {error}
        </Text>
      )}
      <Popover className="combo-box__popover" offset={4}>
        <ListBox
          className="combo-box__list"
          renderEmptyState={() => <p className="combo-box__none">Không có mục nào khớp.</p>}
        >
          {(choice: Choice) => (
            <ListBoxItem className="combo-box__item" textValue={choice.label} id={choice.id}>
              <span>{choice.label}</span>
              {choice.note !== undefined && <span className="combo-box__note">{choice.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
