import type { Context } from '../context'
import type { WxApi } from '../settle'
import type { Files } from './files'
import type { Privacy } from './privacy'
import type { Scopes } from './scopes'

type Listener = (payload: unknown) => void

/** Recording a voice note (`answers.voice`) and playing one. */
export function soundApi(ctx: Context, files: Files, privacy: Privacy, scopes: Scopes): WxApi {
  let recorder: WxApi | undefined
  return {
    getRecorderManager: () => (recorder ??= makeRecorder()),
    createInnerAudioContext: makePlayer,
  }

  function makeRecorder(): WxApi {
    const { hear, emit } = listeners(ctx, [
      'Start',
      'Stop',
      'Error',
      'Pause',
      'Resume',
      'InterruptionBegin',
      'InterruptionEnd',
    ])
    let recording = false
    const begin = async () => {
      const { voice } = ctx.answers
      if (voice === undefined)
        ctx.journal.fail('the app records, and the test gave no answer (answers.voice)')
      try {
        await privacy.require('startRecord')
        scopes.require('scope.record', voice !== undefined && voice !== 'deny')
        recording = true
        emit('Start', {})
      } catch (error) {
        emit('Error', { errMsg: `operateRecorder:fail ${(error as Error).message}` })
      }
    }
    const end = () => {
      const { voice } = ctx.answers
      if (!recording || voice === undefined || voice === 'deny') return
      recording = false
      const { name, bytes, duration = 3000 } = voice
      emit('Stop', { tempFilePath: files.temp(name, bytes), duration, fileSize: bytes.length })
    }
    return {
      ...hear,
      start: () => ctx.later(() => void begin()),
      stop: () => ctx.later(end),
      pause: () => ctx.later(() => emit('Pause', {})),
      resume: () => ctx.later(() => emit('Resume', {})),
    }
  }

  function makePlayer(): WxApi {
    const { hear, emit } = listeners(ctx, [
      'Play',
      'Pause',
      'Stop',
      'Ended',
      'Error',
      'Canplay',
      'TimeUpdate',
      'Waiting',
      'Seeking',
      'Seeked',
    ])
    return {
      ...hear,
      src: '',
      duration: 0,
      currentTime: 0,
      paused: true,
      play: () => ctx.later(() => emit('Play', {})),
      pause: () => ctx.later(() => emit('Pause', {})),
      stop: () => ctx.later(() => emit('Stop', {})),
      seek: () => undefined,
      destroy: () => undefined,
    }
  }
}

/** `onX`/`offX` functions for each name, and the way to call whoever listens. */
function listeners(
  ctx: Context,
  names: string[],
): { hear: WxApi; emit(name: string, payload: unknown): void } {
  const known = new Map<string, Listener[]>(names.map((name) => [name, []]))
  const hear: WxApi = {}
  for (const name of names) {
    hear[`on${name}`] = (listener: Listener) => known.get(name)?.push(listener)
    hear[`off${name}`] = () => known.set(name, [])
  }
  return {
    hear,
    emit: (name, payload) =>
      known.get(name)?.forEach((listener) => ctx.guard(`on${name}`, () => listener(payload))),
  }
}
