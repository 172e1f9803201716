import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MiniProgramCi } from './libraries'
import type { Version } from './plan'
import type { Settings } from './settings'

/**
 * Lays out the upload in a folder of its own: the built mini-program and a project file, and nothing else of this
 * repository within reach of the uploader. Returns the folder.
 */
export function stageMiniProgram(root: string, appId: string): string {
  const folder = join(root, '.cache', 'deploy', 'upload')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(root, 'dist', 'weapp'), join(folder, 'miniprogram'), {
    recursive: true,
    filter: (from) => !from.endsWith('.LICENSE.txt'),
  })
  const { cloudfunctionRoot: _kept, ...project } = JSON.parse(
    readFileSync(join(root, 'project.config.json'), 'utf8'),
  ) as Record<string, unknown>
  writeFileSync(
    join(folder, 'project.config.json'),
    JSON.stringify({ ...project, appid: appId, miniprogramRoot: 'miniprogram/' }, null, 2),
  )
  return folder
}

/** Uploads what was laid out as a development version; people submit it for review in WeChat's own pages. */
export async function uploadMiniProgram(
  ci: MiniProgramCi,
  folder: string,
  { appId, uploadKey }: Pick<Settings, 'appId' | 'uploadKey'>,
  { number, commit, dirty }: Version,
): Promise<void> {
  const project = new ci.Project({
    appid: appId,
    type: 'miniProgram',
    projectPath: folder,
    privateKey: uploadKey,
  })
  await ci.upload({
    project,
    version: number,
    desc: [commit ?? '', ...(dirty ? ['有未提交的改动'] : [])].filter(Boolean).join(' ') || number,
    setting: { useProjectConfig: true },
    onProgressUpdate: () => {},
  })
}
