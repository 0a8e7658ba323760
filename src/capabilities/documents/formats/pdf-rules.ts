/** A straight line that is drawn on a page, in points from the upper left corner; thin boxes are lines too. */
export interface Rule {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The lines of a page as it is seen. */
export interface PageRules {
  readonly width: number
  readonly height: number
  readonly rules: readonly Rule[]
}

/** A box no wider than this is a drawn line; Word draws the borders of its tables so. */
const THIN = 2.5
/** Lines shorter than this hold no cells apart. */
const SHORT = 3
/** A page of drawings has more; a page of tables some hundreds. */
const MOST_RULES = 20_000

type Matrix = readonly number[]
type Paths = readonly (ArrayLike<number> | null)[] | null

/** A place under a matrix of six numbers. */
export const applyMatrix = (m: Matrix, x: number, y: number): [number, number] => [
  (m[0] ?? 1) * x + (m[2] ?? 0) * y + (m[4] ?? 0),
  (m[1] ?? 0) * x + (m[3] ?? 1) * y + (m[5] ?? 0),
]

const combine = (a: Matrix, b: Matrix): Matrix => {
  const [a0 = 1, a1 = 0, a2 = 0, a3 = 1, a4 = 0, a5 = 0] = a
  const [b0 = 1, b1 = 0, b2 = 0, b3 = 1, b4 = 0, b5 = 0] = b
  return [
    a0 * b0 + a2 * b1,
    a1 * b0 + a3 * b1,
    a0 * b2 + a2 * b3,
    a1 * b2 + a3 * b3,
    a0 * b4 + a2 * b5 + a4,
    a1 * b4 + a3 * b5 + a5,
  ]
}

/** What Node 20 lacks and pdf.js needs: without it a page's drawing ends at its first font. */
const mendBuffers = (): void => {
  const buffers: object = ArrayBuffer.prototype
  if ('transferToFixedLength' in buffers) return
  Object.defineProperty(buffers, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const moved = new ArrayBuffer(length)
      new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
      return moved
    },
  })
}

/** The drawn lines of a PDF, page by page as they are asked for; undefined where pdf.js cannot open it. */
export const openRules = async (
  bytes: Uint8Array,
): Promise<
  | { readonly ofPage: (page: number) => Promise<PageRules | undefined>; readonly close: () => Promise<void> }
  | undefined
> => {
  mendBuffers()
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf')
  try {
    // pdf.js takes the buffer away from its owner; it gets a copy.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      stopAtErrors: false,
      verbosity: 0,
    })
    const { OPS } = await getResolvedPDFJS()
    const ofPage = async (n: number): Promise<PageRules | undefined> => {
      try {
        const page = await document.getPage(n)
        const { width, height, transform } = page.getViewport({ scale: 1 })
        const { fnArray, argsArray } = await page.getOperatorList()
        page.cleanup()
        return { width, height, rules: toRules(OPS, fnArray, argsArray, transform as Matrix) }
      } catch {
        return undefined
      }
    }
    return { ofPage, close: () => document.destroy() }
  } catch {
    return undefined
  }
}

type Codes = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'constructPath'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'fill'
    | 'eoFill'
    | 'stroke'
    | 'closeStroke'
    | 'fillStroke'
    | 'eoFillStroke'
    | 'closeFillStroke'
    | 'closeEOFillStroke',
    number
  >
>

/** Follows what pdf.js would draw and keeps the straight lines. */
const toRules = (
  codes: Codes,
  names: readonly number[],
  args: readonly unknown[],
  view: Matrix,
): readonly Rule[] => {
  const strokes = new Set<unknown>([
    codes.stroke,
    codes.closeStroke,
    codes.fillStroke,
    codes.eoFillStroke,
    codes.closeFillStroke,
    codes.closeEOFillStroke,
  ])
  const fills = new Set<unknown>([codes.fill, codes.eoFill])
  const rules: Rule[] = []
  const kept: Matrix[] = []
  let matrix = view
  for (const [i, name] of names.entries()) {
    const arg = args[i]
    if (rules.length > MOST_RULES) break
    if (name === codes.save) kept.push(matrix)
    else if (name === codes.restore || name === codes.paintFormXObjectEnd) matrix = kept.pop() ?? view
    else if (name === codes.transform && Array.isArray(arg)) matrix = combine(matrix, arg as Matrix)
    else if (name === codes.paintFormXObjectBegin) {
      kept.push(matrix)
      const [own] = arg as readonly unknown[]
      if (Array.isArray(own)) matrix = combine(matrix, own as Matrix)
    } else if (name === codes.constructPath) {
      const [paint, paths] = arg as readonly [unknown, Paths]
      const path = paths?.[0]
      if (!path || !(strokes.has(paint) || fills.has(paint))) continue
      for (const part of toParts(path, matrix)) rules.push(...toLines(part, strokes.has(paint)))
    }
  }
  return rules
}

type Point = readonly [number, number]

/** The parts of a path, each from where the pen is set down; curves give nothing. */
const toParts = (path: ArrayLike<number>, matrix: Matrix): Point[][] => {
  const parts: Point[][] = []
  for (let i = 0; i < path.length;) {
    const sign = path[i++]
    const at = (): Point => {
      i += 2
      return applyMatrix(matrix, path[i - 2] ?? 0, path[i - 1] ?? 0)
    }
    if (sign === 0) parts.push([at()])
    else if (sign === 1) parts.at(-1)?.push(at())
    else if (sign === 4) {
      const start = parts.at(-1)?.[0]
      if (start) parts.at(-1)?.push(start)
    } else {
      i += sign === 2 ? 6 : 4
      // What follows a curve begins anew.
      parts.push([applyMatrix(matrix, path[i - 2] ?? 0, path[i - 1] ?? 0)])
    }
  }
  return parts
}

/** A filled part is a line when it is thin; of a stroked one each level or upright side is a line. */
const toLines = (points: readonly Point[], isStroked: boolean): Rule[] => {
  const box = toBox(points)
  const width = box.right - box.left
  const height = box.bottom - box.top
  if (Math.min(width, height) <= THIN) return Math.max(width, height) > SHORT ? [box] : []
  if (!isStroked) return []
  return points.slice(1).flatMap((point, i) => {
    const side = toBox([points[i] ?? point, point])
    const isStraight = Math.min(side.right - side.left, side.bottom - side.top) < 0.5
    return isStraight && Math.max(side.right - side.left, side.bottom - side.top) > SHORT ? [side] : []
  })
}

const toBox = (points: readonly Point[]): Rule => ({
  left: points.reduce((least, [x]) => Math.min(least, x), Number.MAX_VALUE),
  top: points.reduce((least, [, y]) => Math.min(least, y), Number.MAX_VALUE),
  right: points.reduce((most, [x]) => Math.max(most, x), -Number.MAX_VALUE),
  bottom: points.reduce((most, [, y]) => Math.max(most, y), -Number.MAX_VALUE),
})
