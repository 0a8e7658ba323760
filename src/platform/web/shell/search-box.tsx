import { Search } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useRouter } from '@tanstack/react-router'
import type { SearchHit, SearchSource } from '../capability.ts'
import './search-box.css'

interface Found {
  readonly title: string
  readonly hits: readonly SearchHit[]
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'found'; readonly groups: readonly Found[]; readonly failed: boolean }

const MIN_LETTERS = 2
const PAUSE_MS = 180

/** Asks every source at once; one that fails does not hide the others. */
const useSearch = (text: string, sources: readonly SearchSource[]): State => {
  const [state, setState] = useState<State>({ kind: 'idle' })
  useEffect(() => {
    if (text.trim().length < MIN_LETTERS) {
      setState({ kind: 'idle' })
      return
    }
    setState({ kind: 'asking' })
    const stop = new AbortController()
    const timer = setTimeout(() => {
      void Promise.allSettled(sources.map(async (source) => await source.find(text.trim(), stop.signal))).then(
        (results) => {
          if (stop.signal.aborted) return
          const groups = results.map((result, i) => ({
            title: sources[i]?.title ?? '',
            hits: result.status === 'fulfilled' ? result.value : [],
          }))
          setState({
            kind: 'found',
            groups: groups.filter((group) => group.hits.length > 0),
            failed: results.some((result) => result.status === 'rejected'),
          })
        },
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text, sources])
  return state
}

const countWords = (state: State): string => {
  if (state.kind === 'asking') return 'Đang tìm…'
  if (state.kind === 'idle') return ''
  const count = state.groups.reduce((sum, group) => sum + group.hits.length, 0)
  const missing = state.failed ? ' Một phần dữ liệu chưa tìm được vì máy chủ không trả lời.' : ''
  return (count === 0 ? 'Không có kết quả nào khớp.' : `${count} kết quả.`) + missing
}

/** One search over everything the person may see. `/` goes to it. */
export const SearchBox = ({ sources }: { readonly sources: readonly SearchSource[] }) => {
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const state = useSearch(text, sources)
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
    } else if (event.key === 'Enter' && at === 0 && state.kind === 'found') {
      const first = state.groups[0]?.hits[0]
      if (first) go(first.to)
    }
  }
  const isShown = isOpen && state.kind !== 'idle'
  return (
    <div
      ref={frame}
      className="search-box"
      role="search"
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
          {isShown ? countWords(state) : ''}
        </p>
        {isShown &&
          state.kind === 'found' &&
          state.groups.map((group) => (
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
