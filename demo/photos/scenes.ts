import type { Scene } from '../county/matters'
import type { Random } from '../random'
import { Canvas, type Colour } from './canvas'

/**
 * Drawn stand-ins for the photos people send: enough to see what a matter is about and whether it has been mended.
 * No real place, person or number plate can be in them.
 */
const SKY: Colour = [176, 200, 214]
const HAZE: Colour = [222, 226, 220]
const ASPHALT: Colour = [108, 110, 112]
const EARTH: Colour = [156, 138, 108]
const GRASS: Colour = [118, 142, 88]
const WATER: Colour = [96, 132, 142]
const WALL: Colour = [198, 190, 176]

type Draw = (canvas: Canvas, random: Random, mended: boolean) => void

const sky = (canvas: Canvas) => canvas.fill(() => true, SKY, HAZE, 3)

const street: Draw = (canvas) => {
  sky(canvas)
    .rect(0, 0.38, 1, 1, EARTH, 18)
    .band(
      0.42,
      1,
      (y) => 0.42 - (y - 0.42) * 0.7,
      (y) => 0.58 + (y - 0.42) * 0.7,
      ASPHALT,
      14,
    )
    .band(
      0.5,
      1,
      (y) => 0.495 - (y - 0.5) * 0.02,
      (y) => 0.505 + (y - 0.5) * 0.02,
      [214, 206, 168],
    )
}

const draw: Record<Scene | 'sheet', Draw> = {
  /** A printed sheet with a signature, on a desk. */
  sheet: (canvas) => {
    canvas
      .fill(() => true, [150, 122, 92], [128, 102, 76], 10)
      .rect(0.18, 0.05, 0.82, 0.97, [246, 246, 242], 4)
    canvas.rect(0.34, 0.1, 0.66, 0.14, [60, 60, 64], 4)
    for (let line = 0; line < 9; line++) {
      canvas.rect(
        0.25,
        0.21 + line * 0.055,
        line === 8 ? 0.52 : 0.75,
        0.222 + line * 0.055,
        [150, 152, 156],
        4,
      )
    }
    canvas.band(
      0.76,
      0.86,
      (y) => 0.5 + Math.sin(y * 70) * 0.05,
      (y) => 0.515 + Math.sin(y * 70) * 0.05,
      [28, 52, 120],
    )
    canvas.band(
      0.8,
      0.82,
      () => 0.44,
      () => 0.66,
      [28, 52, 120],
    )
  },
  road: (canvas, random, mended) => {
    street(canvas, random, mended)
    const hole: Colour = mended ? [84, 86, 88] : [62, 54, 44]
    for (let i = 0; i < 4; i++) {
      const y = 0.58 + random.next() * 0.34
      canvas.ellipse(0.3 + random.next() * 0.4, y, 0.05 + y * 0.06, 0.02 + y * 0.02, hole, mended ? 4 : 24)
    }
  },
  water: (canvas, random, mended) => {
    street(canvas, random, mended)
    canvas.rect(0.2, 0.3, 0.26, 0.78, [128, 96, 74], 10).rect(0.2, 0.3, 0.5, 0.36, [128, 96, 74], 10)
    if (mended) canvas.rect(0.3, 0.28, 0.36, 0.38, [64, 92, 128])
    else
      canvas.ellipse(0.5, 0.82, 0.34, 0.1, WATER, 16).band(
        0.36,
        0.8,
        () => 0.47,
        (y) => 0.49 + y * 0.04,
        [188, 212, 220],
        20,
      )
  },
  rubbish: (canvas, random, mended) => {
    canvas.rect(0, 0, 1, 0.55, WALL, 10).rect(0, 0.55, 1, 1, [140, 134, 124], 16)
    for (const x of [0.2, 0.42])
      canvas
        .rect(x, 0.42, x + 0.16, 0.74, [58, 108, 84], 8)
        .rect(x - 0.01, 0.39, x + 0.17, 0.44, [44, 86, 66])
    if (mended) return
    const colours: Colour[] = [
      [40, 40, 44],
      [178, 174, 166],
      [150, 70, 60],
      [86, 104, 140],
    ]
    for (let i = 0; i < 16; i++)
      canvas.ellipse(
        0.2 + random.next() * 0.65,
        0.68 + random.next() * 0.22,
        0.06,
        0.05,
        random.pick(colours),
        20,
      )
  },
  lamp: (canvas, _random, mended) => {
    canvas.fill(() => true, mended ? [40, 46, 70] : [26, 28, 40], mended ? [92, 84, 78] : [30, 30, 36], 8)
    canvas.rect(0.48, 0.2, 0.5, 0.85, [70, 72, 76]).rect(0.36, 0.19, 0.5, 0.21, [70, 72, 76])
    canvas.ellipse(0.37, 0.23, 0.04, 0.02, mended ? [255, 238, 180] : [60, 60, 62])
    if (mended) canvas.ellipse(0.37, 0.84, 0.26, 0.08, [196, 176, 128], 14)
  },
  river: (canvas, random, mended) => {
    sky(canvas)
      .rect(0, 0.4, 1, 1, GRASS, 22)
      .band(
        0.42,
        1,
        (y) => 0.46 - (y - 0.42) * 0.5,
        (y) => 0.6 + (y - 0.42) * 0.5,
        mended ? WATER : [84, 84, 60],
        14,
      )
    if (!mended)
      for (let i = 0; i < 12; i++)
        canvas.ellipse(
          0.36 + random.next() * 0.36,
          0.62 + random.next() * 0.34,
          0.03,
          0.012,
          [208, 206, 190],
          20,
        )
  },
  building: (canvas, _random, mended) => {
    sky(canvas).rect(0.1, 0.12, 0.9, 0.9, WALL, 8).rect(0, 0.88, 1, 1, [136, 132, 124], 14)
    for (let row = 0; row < 4; row++) {
      for (let column = 0; column < 4; column++) {
        const left = 0.17 + column * 0.18
        canvas.rect(left, 0.2 + row * 0.17, left + 0.1, 0.3 + row * 0.17, [96, 116, 128], 10)
      }
    }
    if (!mended)
      canvas.band(
        0.14,
        0.86,
        (y) => 0.29 + Math.sin(y * 26) * 0.012,
        (y) => 0.3 + Math.sin(y * 26) * 0.012,
        [74, 62, 54],
      )
  },
  smoke: (canvas, random, mended) => {
    sky(canvas)
      .rect(0, 0.6, 1, 1, EARTH, 18)
      .rect(0.3, 0.45, 0.75, 0.72, [150, 132, 118], 10)
      .rect(0.62, 0.22, 0.67, 0.46, [120, 84, 72], 10)
    if (!mended)
      for (let i = 0; i < 9; i++)
        canvas.ellipse(
          0.64 - i * 0.05 + random.next() * 0.04,
          0.2 - i * 0.012,
          0.05 + i * 0.008,
          0.05,
          [92, 90, 90],
          16,
        )
  },
}

/** One photo of the scene, before or after it was mended. About 40–90 KB of PNG. */
export function scenePhoto(scene: Scene | 'sheet', random: Random, mended: boolean): Buffer {
  const canvas = new Canvas(320, 240, random)
  draw[scene](canvas, random, mended)
  return canvas.png()
}
