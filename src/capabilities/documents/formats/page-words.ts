/** A word at its place on the page, in points from the upper left corner. */
export interface PlacedWord {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The words of a page as it is seen. */
export interface PageWords {
  /** From one. */
  readonly page: number
  readonly width: number
  readonly height: number
  readonly words: readonly PlacedWord[]
}

/** Of a page; a full page of single letters has some 5,000. */
export const MOST_WORDS = 20_000

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

const PAGE = /^\s*<page width="([\d.]{1,12})" height="([\d.]{1,12})">/u
const WORD =
  /^\s*<word xMin="(-?[\d.]{1,12})" yMin="(-?[\d.]{1,12})" xMax="(-?[\d.]{1,12})" yMax="(-?[\d.]{1,12})">(.{1,2000})<\/word>/u

/** The words that `pdftotext -bbox` prints, one a line; `first` is the page with which it began. */
export const readBoxes = (html: string, first: number): PageWords[] => {
  const pages: (Omit<PageWords, 'words'> & { readonly words: PlacedWord[] })[] = []
  for (const line of html.split('\n')) {
    const page = PAGE.exec(line)
    if (page) {
      pages.push({ page: first + pages.length, width: Number(page[1]), height: Number(page[2]), words: [] })
      continue
    }
    const word = WORD.exec(line)
    const words = pages.at(-1)?.words
    if (!word || !words || words.length >= MOST_WORDS) continue
    const text = (word[5] ?? '').replace(/&(?:amp|lt|gt|quot|apos);/gu, (one) => ENTITIES[one] ?? one)
    words.push({
      text,
      left: Number(word[1]),
      top: Number(word[2]),
      right: Number(word[3]),
      bottom: Number(word[4]),
    })
  }
  return pages
}

/** A header of a table: the number's column, or names of columns held apart by wide gaps. */
const HEADER =
  /^[^\S\n]*(?:TT|STT|Số\s?TT)(?=\s|$)|(?:nội dung|nhiệm vụ|công việc|chỉ tiêu|chủ trì|thực hiện|phối hợp|thời gian)[^\S\n]{2,}[^\n]{0,200}(?:nội dung|nhiệm vụ|chủ trì|phối hợp|thực hiện|thời gian|thời hạn|tiến độ|sản phẩm|kết quả|hoàn thành|ghi chú)/imu

/** Whether the words of a page, as they are laid out, look like the header of a table. */
export const isTablePage = (page: string): boolean => HEADER.test(page)

/** The first page, counted from one, on which a table of columns with names may begin. */
export const findTablePage = (text: string): number | undefined => {
  const at = text.split('\f').findIndex(isTablePage)
  return at === -1 ? undefined : at + 1
}
