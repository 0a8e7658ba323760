import { Search } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { SearchHit, SearchSource } from '../capability.ts'
import '../ui/field.css'
import './search-box.css'

interface Found {
  readonly title: string
  readonly hits: readonly SearchHit[]
}

interface Outcome {
  readonly groups: readonly Found[]
  readonly isPartial: boolean
}

const MIN_LETTERS = 2
const PAUSE_MS = 180

const usePaused = (text: string): string => {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}

/** Asks every source at once; one that fails does not hide the others. */
const findEverywhere = async (
  text: string,
  sources: readonly SearchSource[],
  signal: AbortSignal,
): Promise<Outcome> => {
  const results = await Promise.allSettled(sources.map(async (source) => await source.find(text, signal)))
  const groups = results.map((result, i) => ({
    title: sources[i]?.title ?? '',
    hits: result.status === 'fulfilled' ? result.value : [],
  }))
  return {
    groups: groups.filter((group) => group.hits.length > 0),
    isPartial: results.some((result) => result.status === 'rejected'),
  }
}

const countWords = (outcome: Outcome | undefined): string => {
  if (!outcome) return 'Đang tìm…'
  const count = outcome.groups.reduce((sum, group) => sum + group.hits.length, 0)
  const missing = outcome.isPartial ? ' Một phần dữ liệu chưa tìm được vì máy chủ không trả lời.' : ''
  return (count === 0 ? 'Không có kết quả nào khớp.' : `${count} kết quả.`) + missing
}

/** One search over everything the person may see. `/` goes to it. */
export const SearchBox = ({ sources }: { readonly sources: readonly SearchSource[] }) => {
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const wanted = usePaused(text.trim())
  const isAsking = isOpen && wanted.length >= MIN_LETTERS
  const { data: outcome } = useQuery({
    queryKey: ['search', wanted, sources.map((source) => source.title)],
    queryFn: async ({ signal }) => await findEverywhere(wanted, sources, signal),
    enabled: isAsking,
    retry: false,
  })
  const frame = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const statusId = useId()

  const close = (): void => {
    setOpen(false)
    setText('')
  }
  const go = (to: string): void => {
    close()
    void router.navigate({ to })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const links = [...(frame.current?.querySelectorAll<HTMLElement>('input, a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus()
    } else if (event.key === 'Escape') {
      links[0]?.focus()
      if (text === '') links[0]?.blur()
      close()
    } else if (event.key === 'Enter' && at === 0) {
      const first = outcome?.groups[0]?.hits[0]
      if (first) go(first.to)
    }
  }
  const isShown = isAsking && text !== ''
  return (
    <div
      ref={frame}
      className="search-box"
      role="search"
      aria-label="Toàn hệ thống"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <Search className="icon search-box__icon" aria-hidden="true" />
      <input
        id="search-everything"
        type="search"
        className="control search-box__input"
        aria-label="Tìm trong toàn hệ thống"
        aria-describedby={statusId}
        placeholder="Tìm trong toàn hệ thống"
        autoComplete="off"
        value={text}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value)
          setOpen(true)
        }}
      />
      <kbd className="search-box__key" aria-hidden="true">
        /
      </kbd>
      <div className={isShown ? 'search-box__panel' : 'visually-hidden'}>
        <p id={statusId} role="status" className="search-box__count">
          {isShown ? countWords(outcome) : ''}
        </p>
        {isShown &&
          outcome?.groups.map((group) => (
            <section key={group.title}>
              <h2 className="search-box__group">{group.title}</h2>
              <ul>
                {group.hits.map((hit) => (
                  <li key={hit.to}>
                    <a
                      href={hit.to}
                      onClick={(event) => {
                        if (event.ctrlKey || event.metaKey || event.shiftKey) return
                        event.preventDefault()
                        go(hit.to)
                      }}
                    >
                      <span>{hit.title}</span>
                      {hit.note !== undefined && <span className="search-box__note">{hit.note}</span>}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </div>
  )
}
