import type { Random } from '../random'
import { encodePng } from './png'

// Called for every part of every pixel: each look at a global costs, most of all in the sandbox of the tests.
const { floor, max, min, round } = Math

export type Colour = readonly [number, number, number]

/** A small picture to draw plain scenes on: coordinates run from 0 to 1 in both directions. */
export class Canvas {
  private readonly pixels: Uint8Array

  constructor(
    private readonly width: number,
    private readonly height: number,
    private readonly random: Random,
  ) {
    this.pixels = new Uint8Array(width * height * 3)
  }

  /** Colours every pixel for which `inside` holds; `grain` roughens the surface. */
  fill(inside: (x: number, y: number) => boolean, top: Colour, bottom: Colour = top, grain = 6): this {
    for (let row = 0; row < this.height; row++) {
      const y = row / this.height
      for (let column = 0; column < this.width; column++) {
        if (!inside(column / this.width, y)) continue
        const shade = floor((this.random.next() - 0.5) * grain)
        const at = (row * this.width + column) * 3
        for (let part = 0; part < 3; part++) {
          const value = top[part]! + (bottom[part]! - top[part]!) * y + shade
          this.pixels[at + part] = max(0, min(255, round(value)))
        }
      }
    }
    return this
  }

  rect(left: number, top: number, right: number, bottom: number, colour: Colour, grain = 6): this {
    return this.fill((x, y) => x >= left && x < right && y >= top && y < bottom, colour, colour, grain)
  }

  ellipse(x0: number, y0: number, radiusX: number, radiusY: number, colour: Colour, grain = 6): this {
    return this.fill(
      (x, y) => ((x - x0) / radiusX) ** 2 + ((y - y0) / radiusY) ** 2 <= 1,
      colour,
      colour,
      grain,
    )
  }

  /** A strip between two slanted edges: at height y it runs from left(y) to right(y). */
  band(
    top: number,
    bottom: number,
    left: (y: number) => number,
    right: (y: number) => number,
    colour: Colour,
    grain = 6,
  ): this {
    return this.fill((x, y) => y >= top && y < bottom && x >= left(y) && x < right(y), colour, colour, grain)
  }

  png(): Buffer {
    return encodePng(this.width, this.height, this.pixels)
  }
}
